using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>
/// Finds VPN connections and their ends to work with. Codes: "Error codes for the Amazon EC2 API"; the words of
/// refusals to delete and to attach are those that Terraform's provider and its users' reports show.
/// </summary>
internal static class VpnConnectionRules
{
    /// <summary>The connection of an id, not one that is deleted and only visible still.</summary>
    /// <exception cref="ServiceException">InvalidVpnConnectionID.NotFound.</exception>
    public static VpnConnectionRecord GetAlive(ReadCall call, string id) =>
        VpnKinds.Connection.Get(call, id) is { State: not VpnState.Deleted } connection
            ? connection
            : throw VpnKinds.Connection.NotFound(id);

    /// <summary>The connection of an id, which must be available.</summary>
    /// <exception cref="ServiceException">InvalidVpnConnection.InvalidState.</exception>
    public static VpnConnectionRecord GetAvailable(ReadCall call, string id)
    {
        var connection = GetAlive(call, id);
        return connection.State == VpnState.Available
            ? connection
            : throw new ServiceException(
                "InvalidVpnConnection.InvalidState",
                $"The vpnConnection '{id}' is {connection.State.ToWire()}; it must be available.");
    }

    /// <summary>The connection of an id, which must be available and take static routes.</summary>
    /// <exception cref="ServiceException">
    /// InvalidVpnConnection.InvalidState, InvalidVpnConnection.InvalidType.
    /// </exception>
    public static VpnConnectionRecord GetStatic(ReadCall call, string id)
    {
        var connection = GetAvailable(call, id);

        // CreateVpnConnectionRoute is about virtual private gateways; a transit gateway has route tables of its own.
        return connection is { StaticRoutesOnly: true, VpnGatewayId: not null }
            ? connection
            : throw new ServiceException(
                "InvalidVpnConnection.InvalidType", $"The vpnConnection '{id}' does not support static routes.");
    }

    /// <summary>The customer gateway of an id, not one that is deleted and only visible still.</summary>
    /// <exception cref="ServiceException">InvalidCustomerGatewayID.NotFound.</exception>
    public static CustomerGatewayRecord GetCustomerGateway(ReadCall call, string id) =>
        VpnKinds.CustomerGateway.Get(call, id) is { State: not VpnState.Deleted } gateway
            ? gateway
            : throw VpnKinds.CustomerGateway.NotFound(id);

    /// <summary>The customer gateway of an id, which must be available.</summary>
    /// <exception cref="ServiceException">InvalidCustomerGatewayState.</exception>
    public static CustomerGatewayRecord UseCustomerGateway(ReadCall call, string id)
    {
        var gateway = GetCustomerGateway(call, id);
        return gateway.State == VpnState.Available
            ? gateway
            : throw new ServiceException(
                "InvalidCustomerGatewayState",
                $"The customerGateway '{id}' is {gateway.State.ToWire()}; it must be available.");
    }

    /// <summary>Refuses to delete a customer gateway that a connection needs.</summary>
    /// <exception cref="ServiceException">IncorrectState.</exception>
    public static void CheckUnused(ReadCall call, CustomerGatewayId gateway)
    {
        var connections = call.Read(VpnTables.Connections);
        if (connections.By(VpnTables.ConnectionsByCustomerGateway, gateway.Value).Any(Exists))
        {
            throw Errors.IncorrectState("The customer gateway is in use.");
        }
    }

    /// <summary>Refuses to delete a virtual private gateway that a connection needs. The words are guessed.</summary>
    /// <exception cref="ServiceException">IncorrectState.</exception>
    public static void CheckUnused(ReadCall call, VpnGatewayId gateway)
    {
        if (OfGateway(call, gateway).FirstOrDefault(Exists) is { } connection)
        {
            throw Errors.IncorrectState($"The vpnGateway '{gateway}' is in use by '{connection.Id}'.");
        }
    }

    /// <summary>Refuses to attach or detach a virtual private gateway while a connection of it changes.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void CheckSettled(ReadCall call, VpnGatewayId gateway)
    {
        if (OfGateway(call, gateway).Any(c => c.State is VpnState.Pending or VpnState.Modifying or VpnState.Deleting))
        {
            throw Errors.InvalidParameterValue(
                "This call cannot be completed because there are pending VPNs or Virtual Interfaces");
        }
    }

    /// <summary>
    /// Refuses IPv6 in tunnels to a virtual private gateway. Source: Site-to-Site VPN user guide, "How it works".
    /// </summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void CheckFamily(bool insideIpv6)
    {
        if (insideIpv6)
        {
            throw Errors.InvalidParameterValue("IPv6 in tunnels is not supported by a virtual private gateway.");
        }
    }

    /// <summary>Whether a connection is more than visible.</summary>
    public static bool Exists(VpnConnectionRecord connection) => connection.State != VpnState.Deleted;

    private static IEnumerable<VpnConnectionRecord> OfGateway(ReadCall call, VpnGatewayId gateway) =>
        call.Read(VpnTables.Connections).By(VpnTables.ConnectionsByVpnGateway, gateway.Value);
}
