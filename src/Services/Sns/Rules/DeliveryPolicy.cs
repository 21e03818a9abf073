namespace Orrery.Services.Sns.Rules;

/// <summary>How a topic or subscription wants HTTP deliveries; null where it does not say.</summary>
/// <param name="Retry">When they are tried again.</param>
/// <param name="Pace">How many a second at most.</param>
/// <param name="ContentType">Their content type.</param>
/// <param name="NoOverrides">Whether subscriptions have no say.</param>
internal sealed record DeliveryPolicy(
    RetryPolicy? Retry = null, int? Pace = null, string? ContentType = null, bool NoOverrides = false);
