using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Finds virtual private gateways to work with.</summary>
internal static class VpnGatewayRules
{
    /// <summary>The gateway of an id, not one that is deleted and only visible still.</summary>
    /// <exception cref="ServiceException">InvalidVpnGatewayID.NotFound, InvalidVpnGatewayId.Malformed.</exception>
    public static VpnGatewayRecord GetAlive(ReadCall call, string id) =>
        Ec2Kinds.VpnGateway.Get(call, id) is { DeletedAt: null } gateway
            ? gateway
            : throw Ec2Kinds.VpnGateway.NotFound(id);
}
