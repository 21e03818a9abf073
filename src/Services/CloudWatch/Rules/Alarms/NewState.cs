using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>A state that an alarm is to have.</summary>
/// <param name="Value">The value.</param>
/// <param name="Reason">Why, as a sentence.</param>
/// <param name="Data">Why, as JSON.</param>
internal sealed record NewState(StateValue Value, string Reason, string? Data);
