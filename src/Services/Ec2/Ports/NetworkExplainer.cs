using Orrery.Contracts.Tracing;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Peering;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Explains route tables (route by route), peering connections, VPN connections, VPC endpoints, network insights
/// analyses, and instances.
/// </summary>
internal sealed class NetworkExplainer : IExplainer
{
    /// <inheritdoc/>
    public Scope? Find(ReadCall call, string id)
    {
        foreach (var scope in call.Scopes)
        {
            if (call.Read(Tables.RouteTables, scope).Contains(new RouteTableId(id))
                || call.Read(Tables.VpcPeeringConnections, scope).Contains(new VpcPeeringConnectionId(id))
                || call.Read(VpnTables.Connections, scope).Contains(new VpnConnectionId(id))
                || call.Read(EndpointTables.Endpoints, scope).Contains(new VpcEndpointId(id))
                || call.Read(Tables.NetworkInsightsAnalyses, scope).Contains(new NetworkInsightsAnalysisId(id))
                || call.Read(InstanceTables.Instances, scope).Contains(new InstanceId(id)))
            {
                return scope;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public Explanation Explain(ReadCall call, string id)
    {
        var kind = Ec2Kinds.OfId(id) ?? throw new ServiceException("InvalidID", $"The ID '{id}' is not valid");
        var decision = kind.Prefix switch
        {
            "rtb" => RouteTable(call, Ec2Kinds.RouteTable.Get(call, id)),
            "pcx" => Peering(Ec2Kinds.VpcPeeringConnection.Get(call, id)),
            "vpn" => VpnExplanation.Of(call, VpnKinds.Connection.Get(call, id)),
            "vpce" => EndpointExplanation.Of(EndpointKinds.Endpoint.Get(call, id)),
            "nia" => Analysis(Ec2Kinds.NetworkInsightsAnalysis.Get(call, id)),
            "i" => InstanceExplanation.Of(call, InstanceKinds.Instance.Get(call, id)),
            _ => throw Errors.NotServed(
                $"explanations of {kind.TagType} resources; it explains i-…, rtb-…, pcx-…, vpn-…, vpce-… and nia-…"),
        };
        return new(kind.TagType, decision);
    }

    private static Decision RouteTable(ReadCall call, RouteTableRecord table)
    {
        var routes = EffectiveRoutes.Of(call, table);
        var dead = routes.Count(r => !r.IsActive);
        var text = dead == 0
            ? $"All {routes.Count} routes of {table.Id} are active."
            : $"{dead} of the {routes.Count} routes of {table.Id} {(dead == 1 ? "is a blackhole" : "are blackholes")}.";
        var root = new Reason(
            dead == 0 ? "ROUTES_ACTIVE" : "ROUTES_BLACKHOLE", text, table.Id.Value, [.. routes.Select(Route)]);
        return dead == 0 ? Decision.Yes(root) : Decision.No(root, [.. routes.SelectMany(r => r.State.Remedies)]);
    }

    private static Reason Route(EffectiveRoute route)
    {
        var destination = route.DestinationCidr?.ToString() ?? route.DestinationPrefixListId?.Value;
        var state = route.IsActive ? "active" : "blackhole";
        return new(
            route.IsActive ? "ROUTE_ACTIVE" : "ROUTE_BLACKHOLE", $"{destination} to {route.TargetId}: {state}.",
            route.TargetId, [route.State.Root]);
    }

    private static Decision Peering(VpcPeeringConnectionRecord peering)
    {
        var state = PeeringView.NameOf(peering.State);
        var root = new Reason(
            $"PEERING_{state.Replace('-', '_').ToUpperInvariant()}",
            $"The peering connection {peering.Id} is {state} (“{peering.StateMessage}”).",
            peering.Id.Value,
            [
                Side("REQUESTER", "requester", peering.Requester),
                Side("ACCEPTER", "accepter", peering.Accepter),
                .. Next(peering),
            ]);
        return peering.State switch
        {
            Code.Active => Decision.Yes(root),
            Code.PendingAcceptance => Decision.No(root, Accept(peering)),
            _ => Decision.No(root),
        };
    }

    private static Reason Side(string code, string name, PeeringSide side)
    {
        var blocks = string.Join(", ", side.Cidrs.Concat(side.Ipv6Cidrs));
        var of = blocks.Length == 0 ? "" : $" ({blocks})";
        return Reason.Of(
            code, $"The {name} is {side.VpcId}{of} of account {side.OwnerId} in {side.Region}.", side.VpcId.Value);
    }

    private static IEnumerable<Reason> Next(VpcPeeringConnectionRecord peering)
    {
        const string Final = "It will not come back; routes to it are blackholes. Request a new one.";
        var id = peering.Id.Value;
        return peering.State switch
        {
            Code.PendingAcceptance when peering.ExpiresAt is { } end =>
                [Reason.Of("EXPIRES", $"Unless it is accepted, it expires at {end:yyyy-MM-ddTHH:mm:ssZ}.", id)],
            Code.Failed => Overlaps(peering),
            Code.Rejected or Code.Expired or Code.Deleted => [Reason.Of("FINAL", Final, id)],
            _ => [],
        };
    }

    private static IEnumerable<Reason> Overlaps(VpcPeeringConnectionRecord peering) =>
        from one in peering.Requester.Cidrs.Concat(peering.Requester.Ipv6Cidrs)
        from other in peering.Accepter.Cidrs.Concat(peering.Accepter.Ipv6Cidrs)
        where one.IsV6 == other.IsV6 && one.Overlaps(other)
        select Reason.Of("CIDR_OVERLAP", $"The block {one} overlaps {other}.", peering.Accepter.VpcId.Value);

    private static Remedy Accept(VpcPeeringConnectionRecord peering) => new(
        $"Accept it as account {peering.Accepter.OwnerId} in {peering.Accepter.Region}.",
        [
            new Change("ec2:AcceptVpcPeeringConnection", peering.Id.Value, new Dictionary<string, string>
            {
                ["VpcPeeringConnectionId"] = peering.Id.Value,
            }),
        ]);

    private static Decision Analysis(NetworkInsightsAnalysisRecord analysis) =>
        analysis.Decision ?? Decision.No(Reason.Of(
            "ANALYSIS_RUNNING", $"The analysis {analysis.Id} is still running.", analysis.Id.Value));
}
