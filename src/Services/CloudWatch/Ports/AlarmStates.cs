using Orrery.Contracts.Alarms;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>How alarms stand, for other services.</summary>
internal sealed class AlarmStates : IAlarmStates
{
    /// <inheritdoc/>
    public string? StateOf(ReadCall call, string name) =>
        call.Read(AlarmTables.States).Find(new(name))?.Value.ToWire();
}
