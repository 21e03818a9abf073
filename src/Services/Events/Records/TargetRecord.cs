using System.Collections.Immutable;

namespace Orrery.Services.Events.Records;

/// <summary>A target of a rule.</summary>
public sealed record TargetRecord
{
    /// <summary>Its id within the rule.</summary>
    public required string Id { get; init; }

    /// <summary>What takes the events.</summary>
    public required string Arn { get; init; }

    /// <summary>The role for it.</summary>
    public string? Role { get; init; }

    /// <summary>A constant input.</summary>
    public string? Input { get; init; }

    /// <summary>The part of the event that is the input.</summary>
    public string? InputPath { get; init; }

    /// <summary>The variables of the template.</summary>
    public ImmutableSortedDictionary<string, string>? Paths { get; init; }

    /// <summary>The template of the input.</summary>
    public string? Template { get; init; }

    /// <summary>The message group of a FIFO queue.</summary>
    public string? GroupId { get; init; }

    /// <summary>The queue of what could not be delivered.</summary>
    public string? DeadLetterArn { get; init; }

    /// <summary>How often a delivery is tried again.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>How many seconds it is tried.</summary>
    public int? MaxAge { get; init; }
}
