using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Alarms;

/// <summary>
/// Tells how alarms stand, of metrics and composite ones. CloudWatch offers it; all in the call's account and region.
/// </summary>
public interface IAlarmStates
{
    /// <summary><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>; null where there is no alarm of this
    /// name.</summary>
    string? StateOf(ReadCall call, string name);
}
