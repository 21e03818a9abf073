using Orrery.Contracts.Delivery;

namespace Orrery.Services.Sns.Messages;

/// <summary>What is published to a topic.</summary>
/// <param name="Message">The message; where <see cref="Texts"/> are given, the JSON that they stand in.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Attributes">The message attributes, in order of their names.</param>
internal sealed record Publication(string Message, string? Subject, IReadOnlyList<DeliveryAttribute> Attributes)
{
    /// <summary>The texts by protocol, where each has its own; <c>default</c> is for the others.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    /// <summary>The message group.</summary>
    public string? GroupId { get; init; }

    /// <summary>By what a FIFO topic knows it again; null where its content does.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>The text for a protocol.</summary>
    public string TextFor(string protocol) =>
        Texts is null ? Message : Texts.TryGetValue(protocol, out var text) ? text : Texts["default"];
}
