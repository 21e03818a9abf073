using Orrery.Contracts.Metrics;

namespace Orrery.Contracts.Alarms;

/// <summary>An action of an alarm that has changed its state, or that is checked when the alarm is made.</summary>
/// <param name="ActionArn">The action.</param>
/// <param name="AlarmArn">The alarm.</param>
/// <param name="Metric">The metric that the alarm watches; null where it watches an expression or other alarms.</param>
/// <param name="State"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
public sealed record AlarmAction(string ActionArn, string AlarmArn, MetricId? Metric, string State);
