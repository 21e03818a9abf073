namespace Orrery.Contracts.Alarms;

/// <summary>A metric alarm as it is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Threshold">Its threshold; null where a band is it.</param>
/// <param name="IsAbove">Whether what is greater than the threshold breaches.</param>
/// <param name="State"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
/// <param name="Value">The newest value of what it watches, where there is one.</param>
public sealed record KeptAlarm(string Name, string Arn, double? Threshold, bool IsAbove, string State, double? Value)
{
    /// <summary>What it watches, where that is a statistic of one metric.</summary>
    public AlarmSubject? Subject { get; init; }

    /// <summary>
    /// Up to when it stays in its state as far as is known; null where only something new can change it.
    /// </summary>
    public DateTimeOffset? Until { get; init; }
}
