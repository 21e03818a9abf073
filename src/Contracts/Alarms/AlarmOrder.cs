namespace Orrery.Contracts.Alarms;

/// <summary>A metric alarm that is to be.</summary>
public sealed record AlarmOrder
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What people read of it.</summary>
    public string? Description { get; init; }

    /// <summary>What it watches.</summary>
    public required AlarmSubject Subject { get; init; }

    /// <summary>How many periods in a row have to breach.</summary>
    public required int EvaluationPeriods { get; init; }

    /// <summary>Its threshold.</summary>
    public required double Threshold { get; init; }

    /// <summary>Whether what is greater than the threshold breaches, rather than what is less.</summary>
    public required bool IsAbove { get; init; }

    /// <summary>What it does when it goes into ALARM.</summary>
    public required IReadOnlyList<string> Actions { get; init; }
}
