package io.mosskit.plugins.paint;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Refusal;

/// Has a model paint, and remembers what it painted and what it would not.
record RemotePainter(ImageEndpoint endpoint, ImageClient client, RequestCache cache)
    implements Painter {

  @Override
  public String version() {
    return "1 " + endpoint.model() + " " + endpoint.size();
  }

  @Override
  public String summary() {
    return "a picture by " + endpoint.model();
  }

  @Override
  public Picture paint(String description, Limits limits) throws Refusal {
    RequestCache.Request request =
        new RequestCache.Request(endpoint.model(), endpoint.size(), description);
    return switch (cache.find(request)) {
      case RequestCache.Painted(Picture picture) -> picture;
      case RequestCache.Refused() -> throw ImageClient.refused();
      case RequestCache.Unknown() -> ask(request);
    };
  }

  private Picture ask(RequestCache.Request request) throws Refusal {
    try {
      Picture picture = client.paint(request.description());
      cache.keepPicture(request, picture);
      return picture;
    } catch (Refusal refusal) {
      if (refusal.failure().reason() == Reason.REFUSED) {
        cache.keepRefusal(request);
      }
      throw refusal;
    }
  }
}
