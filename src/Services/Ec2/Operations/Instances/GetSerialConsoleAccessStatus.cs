using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Tells whether the serial consoles of the account's instances in the region may be reached.</summary>
public sealed class GetSerialConsoleAccessStatus
    : IReadOperation<GetSerialConsoleAccessStatusRequest, GetSerialConsoleAccessStatusResult>
{
    /// <inheritdoc/>
    public GetSerialConsoleAccessStatusResult Run(GetSerialConsoleAccessStatusRequest request, ReadCall call) => new()
    {
        SerialConsoleAccessEnabled = AccountSettings.Of(call).SerialConsole, ManagedBy = ManagedBy.Account,
    };
}
