using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.TransitGatewayRoutes;

/// <summary>
/// Lists the prefix lists that a route table refers to. Filters: GetTransitGatewayPrefixListReferences.
/// </summary>
public sealed class GetTransitGatewayPrefixListReferences
    : IReadOperation<GetTransitGatewayPrefixListReferencesRequest, GetTransitGatewayPrefixListReferencesResult>
{
    private static readonly Filters<TransitGatewayRouteRecord> Filters = new Filters<TransitGatewayRouteRecord>()
        .One("attachment.resource-id", (r, call) => AttachmentOf(r, call)?.ResourceId)
        .One("attachment.resource-type", (r, call) => AttachmentOf(r, call)?.ResourceType.ToWire())
        .One("attachment.transit-gateway-attachment-id", r => r.AttachmentId?.Value)
        .Flag("is-blackhole", r => r.AttachmentId is null)
        .One("prefix-list-id", r => r.PrefixListId?.Value)
        .One("prefix-list-owner-id", (r, call) => TransitRouteTableView.OfReference(r, call).PrefixListOwnerId)
        .One("state", r => r.ReferenceState?.ToWire());

    /// <inheritdoc/>
    public GetTransitGatewayPrefixListReferencesResult Run(
        GetTransitGatewayPrefixListReferencesRequest request, ReadCall call)
    {
        var table = TransitKinds.RouteTable.Get(call, request.TransitGatewayRouteTableId!);
        var references = call.Read(TransitTables.Routes).By(TransitTables.ReferencesByTable, table.Id.Value);
        var query = new ListQuery(null, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.Of(call, references, r => r.Key.Value, Filters, query);
        return new()
        {
            TransitGatewayPrefixListReferences = page.As(r => TransitRouteTableView.OfReference(r, call)),
            NextToken = page.NextToken,
        };
    }

    private static TransitGatewayAttachmentRecord? AttachmentOf(TransitGatewayRouteRecord route, ReadCall call) =>
        route.AttachmentId is { } id ? call.Read(TransitTables.Attachments).Find(id) : null;
}
