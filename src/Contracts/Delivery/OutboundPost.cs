namespace Orrery.Contracts.Delivery;

/// <summary>An HTTP POST.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Headers">Its headers, the content type among them.</param>
/// <param name="Body">Its body.</param>
/// <param name="Timeout">How long to wait for the answer.</param>
public sealed record OutboundPost(
    Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body, TimeSpan Timeout);
