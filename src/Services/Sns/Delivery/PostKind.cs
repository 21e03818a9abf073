namespace Orrery.Services.Sns.Delivery;

/// <summary>What a request of HTTP carries.</summary>
/// <param name="Type">The type of message.</param>
/// <param name="MessageId">The message's id.</param>
/// <param name="IsRaw">Whether the message goes as it is.</param>
internal sealed record PostKind(string Type, string MessageId, bool IsRaw);
