using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Vpn;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpnConnections;

/// <summary>
/// Begins to make a VPN connection between a customer gateway and a virtual private gateway or a transit gateway.
/// One between a customer gateway and the same virtual private gateway is not made twice: the one that is there is
/// answered.
/// </summary>
public sealed class CreateVpnConnection : IWriteOperation<CreateVpnConnectionRequest, CreateVpnConnectionResult>
{
    /// <inheritdoc/>
    public CreateVpnConnectionResult Run(CreateVpnConnectionRequest request, Call call)
    {
        VpnConnectionWish.Refuse(request);
        var customer = VpnConnectionRules.UseCustomerGateway(call, request.CustomerGatewayId!);
        var end = VpnEnd.Of(call, request.VpnGatewayId, request.TransitGatewayId)
            ?? throw Errors.NotServed("connections without a gateway (VpnGatewayId or TransitGatewayId)");
        var connection = end.VpnGatewayId is { } gateway ? Existing(call, customer.Id, gateway) : null;
        if (connection is null)
        {
            connection = Make(call, request, customer, end);
            VpnConnectionLoop.Begin(call, connection);
            VpnAttachments.Begin(call, connection);
        }

        TagStore.PutNew(call, VpnKinds.Connection, connection.Id.Value, request.TagSpecifications);
        return new() { VpnConnection = VpnConnectionView.Of(connection, call) };
    }

    // "This is an idempotent operation" (EC2 API Reference). That the two gateways are what is compared follows from
    // reports of Terraform's users; a transit gateway may have several connections to one device (ECMP).
    private static VpnConnectionRecord? Existing(ReadCall call, CustomerGatewayId customer, VpnGatewayId gateway) =>
        call.Read(VpnTables.Connections).By(VpnTables.ConnectionsByVpnGateway, gateway.Value).FirstOrDefault(c =>
            c.CustomerGatewayId == customer && c.State is not (VpnState.Deleting or VpnState.Deleted));

    private static VpnConnectionRecord Make(
        Call call, CreateVpnConnectionRequest request, CustomerGatewayRecord customer, VpnEnd end)
    {
        VpnLimits.CheckConnections(call);
        var options = request.Options ?? new();
        var ipv6 = options.TunnelInsideIpVersion == TunnelInsideIpVersion.Ipv6;
        if (end.VpnGatewayId is { } gateway)
        {
            VpnLimits.CheckConnections(call, gateway);
            VpnConnectionRules.CheckFamily(ipv6);
        }

        var connection = new VpnConnectionRecord
        {
            Id = call.NewId<VpnConnectionId>(),
            State = VpnState.Pending,
            CustomerGatewayId = customer.Id,
            VpnGatewayId = end.VpnGatewayId,
            TransitGatewayId = end.TransitGatewayId,
            StaticRoutesOnly = options.StaticRoutesOnly == true,
            InsideIpv6 = ipv6,
            Tunnels = [],
        };
        connection = VpnConnectionWish.WithSelectors(
            connection,
            (options.LocalIpv4NetworkCidr, options.RemoteIpv4NetworkCidr),
            (options.LocalIpv6NetworkCidr, options.RemoteIpv6NetworkCidr));
        return VpnTunnelFactory.WithTunnels(call, connection, options.TunnelOptions);
    }
}
