using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Finds the target of a route and refuses what a table of this VPC cannot point to. Sources: "Error codes for the
/// Amazon EC2 API"; EC2 API Reference, CreateRoute; Amazon VPC User Guide, "Example routing options" and "DNS64 and
/// NAT64". Messages are those that public logs of the aws CLI and Terraform show, where they show any.
/// </summary>
internal static class RouteTargets
{
    // RFC 6052: what a NAT gateway translates to IPv4 (NAT64).
    private static readonly Cidr Nat64 = Cidr.Parse("64:ff9b::/96");

    /// <summary>The target of a new route.</summary>
    /// <exception cref="ServiceException">It does not exist, is of another VPC, or does not take this
    /// family.</exception>
    public static RouteTarget Find(
        ReadCall call, RouteTableRecord table, RouteDestination destination, RouteTargetChoice choice) =>
        choice.Parameter switch
        {
            "gatewayId" => Gateway(call, table, choice.Id),
            "egressOnlyInternetGatewayId" => EgressOnly(call, table, destination, choice.Id),
            "natGatewayId" => NatGateway(call, table, destination, choice.Id),
            "networkInterfaceId" => Interface(call, table, choice.Id),
            "instanceId" => Instance(call, table, choice.Id),
            "transitGatewayId" => TransitGateway(call, table, choice.Id),
            "vpcPeeringConnectionId" => Peering(call, table, choice.Id),
            "vpcEndpointId" => Endpoint(call, choice.Id),
            _ => throw AbsentTargets.Refuse(choice),
        };

    /// <summary>The internet or virtual private gateway of an id; both kinds share one error.</summary>
    /// <returns>Its kind, and the VPC that it is attached to.</returns>
    /// <exception cref="ServiceException">InvalidGatewayID.NotFound.</exception>
    public static (RouteTargetKind Kind, VpcId? Vpc) FindGateway(ReadCall call, string id)
    {
        if (call.Read(Tables.InternetGateways).Find(new InternetGatewayId(id)) is { } internet)
        {
            return (RouteTargetKind.InternetGateway, internet.VpcId);
        }

        if (call.Read(Tables.VpnGateways).Find(new VpnGatewayId(id)) is { DeletedAt: null } vpn)
        {
            return (RouteTargetKind.VpnGateway, vpn.VpcId);
        }

        throw GatewayNotFound(id);
    }

    private static RouteTarget Gateway(ReadCall call, RouteTableRecord table, string id)
    {
        var (kind, vpc) = FindGateway(call, id);
        return vpc == table.VpcId
            ? new(kind, id)
            : throw Errors.DifferentNetworks($"route table {table.Id}", $"network gateway {id}");
    }

    private static RouteTarget EgressOnly(
        ReadCall call, RouteTableRecord table, RouteDestination destination, string id)
    {
        Ec2Kinds.EgressOnlyInternetGateway.CheckForm(id);
        var gateway = call.Read(Tables.EgressOnlyInternetGateways).Find(new EgressOnlyInternetGatewayId(id))
            ?? throw GatewayNotFound(id);
        if (!destination.IsV6)
        {
            throw Errors.InvalidParameterValue(
                $"The egress-only internet gateway {id} takes IPv6 traffic only; {destination.Name} is IPv4");
        }

        return gateway.VpcId == table.VpcId
            ? new(RouteTargetKind.EgressOnlyInternetGateway, id)
            : throw Errors.DifferentNetworks($"route table {table.Id}", $"network gateway {id}");
    }

    private static RouteTarget NatGateway(
        ReadCall call, RouteTableRecord table, RouteDestination destination, string id)
    {
        Ec2Kinds.NatGateway.CheckForm(id);
        var gateway = call.Read(Tables.NatGateways).Find(new NatGatewayId(id));
        if (gateway is not { State: NatGatewayState.Pending or NatGatewayState.Available })
        {
            throw new ServiceException("InvalidNatGatewayID.NotFound", $"The natGateway ID '{id}' does not exist");
        }

        // That AWS takes no other IPv6 destination follows from what NAT64 can translate: guessed.
        if (destination.IsV6 && !(destination.Cidr is { } cidr && Nat64.Contains(cidr)))
        {
            throw Errors.InvalidParameterValue(
                $"The NAT gateway {id} takes IPv4 traffic and {Nat64} only; {destination.Name} is neither");
        }

        return gateway.VpcId == table.VpcId
            ? new(RouteTargetKind.NatGateway, id)
            : throw Errors.DifferentNetworks($"route table {table.Id}", $"NAT gateway {id}");
    }

    private static RouteTarget Interface(ReadCall call, RouteTableRecord table, string id) =>
        Ec2Kinds.NetworkInterface.Get(call, id).VpcId == table.VpcId
            ? new(RouteTargetKind.NetworkInterface, id)
            : throw Errors.DifferentNetworks($"route table {table.Id}", $"interface {id}");

    // The route leads to the only interface of the instance.
    private static RouteTarget Instance(ReadCall call, RouteTableRecord table, string id)
    {
        var instance = InstanceStates.Alive(InstanceKinds.Instance.Get(call, id));
        var face = InstanceInterfaces.Single(call, instance);
        return face.VpcId == table.VpcId
            ? new(RouteTargetKind.NetworkInterface, face.Id.Value)
            : throw Errors.DifferentNetworks($"route table {table.Id}", $"instance {id}");
    }

    // Only one that the VPC is attached to. Wording: public logs of Terraform.
    private static RouteTarget TransitGateway(ReadCall call, RouteTableRecord table, string id)
    {
        TransitKinds.Gateway.CheckForm(id);
        return TransitAttachments.LivingOf(call, table.VpcId, new TransitGatewayId(id)) is { } attachment
            && TransitStates.Carries(attachment)
            ? new(RouteTargetKind.TransitGateway, id)
            : throw new ServiceException(
                "InvalidTransitGatewayID.NotFound", $"The transitGateway ID '{id}' does not exist");
    }

    private static RouteTarget Peering(ReadCall call, RouteTableRecord table, string id)
    {
        var peering = Ec2Kinds.VpcPeeringConnection.Get(call, id);
        var alive = peering.State is VpcPeeringConnectionStateReasonCode.Active
            or VpcPeeringConnectionStateReasonCode.PendingAcceptance
            or VpcPeeringConnectionStateReasonCode.Provisioning
            or VpcPeeringConnectionStateReasonCode.InitiatingRequest;
        if (!alive)
        {
            throw Ec2Kinds.VpcPeeringConnection.NotFound(id);
        }

        return peering.Requester.VpcId == table.VpcId || peering.Accepter.VpcId == table.VpcId
            ? new(RouteTargetKind.VpcPeeringConnection, id)
            : throw Errors.DifferentNetworks($"route table {table.Id}", $"vpc peering connection {id}");
    }

    // Only gateway load balancer endpoints are targets that one can choose (EC2 API Reference, CreateRoute), and there
    // are none. The code for others is guessed.
    private static RouteTarget Endpoint(ReadCall call, string id)
    {
        var endpoint = EndpointKinds.Endpoint.Get(call, id);
        throw Errors.InvalidParameterValue(
            $"The VPC endpoint {id} is of type {endpoint.Type.ToWire()}: only a Gateway Load Balancer endpoint can be "
            + "the target of a route");
    }

    private static ServiceException GatewayNotFound(string id) =>
        new("InvalidGatewayID.NotFound", $"The gateway ID '{id}' does not exist");
}
