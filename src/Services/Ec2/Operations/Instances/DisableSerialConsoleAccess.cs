using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Allows no access to the serial consoles of the account's instances in the region.</summary>
public sealed class DisableSerialConsoleAccess
    : IWriteOperation<DisableSerialConsoleAccessRequest, DisableSerialConsoleAccessResult>
{
    /// <inheritdoc/>
    public DisableSerialConsoleAccessResult Run(DisableSerialConsoleAccessRequest request, Call call) => new()
    {
        SerialConsoleAccessEnabled =
            AccountSettings.Put(call, AccountSettings.Of(call) with { SerialConsole = false }).SerialConsole,
    };
}
