using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Insights;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInsights;

/// <summary>Makes a path to analyse. Whether its ends exist shows when it is analysed.</summary>
public sealed class CreateNetworkInsightsPath
    : IWriteOperation<CreateNetworkInsightsPathRequest, CreateNetworkInsightsPathResult>
{
    /// <inheritdoc/>
    public CreateNetworkInsightsPathResult Run(CreateNetworkInsightsPathRequest request, Call call)
    {
        InsightsRules.CheckCombination(request);
        var source = ResourceArn.Read(call.Scope, request.Source!, "Source");
        InsightsRules.CheckEnd(source.Id, "Source");
        var destination = request.Destination is null
            ? null
            : ResourceArn.Read(call.Scope, request.Destination, "Destination");
        if (destination is not null)
        {
            InsightsRules.CheckEnd(destination.Id, "Destination");
        }

        var path = new NetworkInsightsPathRecord
        {
            Id = call.NewId<NetworkInsightsPathId>(),
            CreatedDate = call.Now,
            Source = source.Id,
            SourceArn = source.Arn,
            Destination = destination?.Id,
            DestinationArn = destination?.Arn,
            SourceIp = InsightsRules.Address(request.SourceIp, "SourceIp"),
            DestinationIp = InsightsRules.Address(request.DestinationIp, "DestinationIp"),
            Protocol = request.Protocol!.Value.ToWire(),
            DestinationPort = request.DestinationPort,
            FilterAtSource = InsightsRules.Filter(request.FilterAtSource, "FilterAtSource"),
            FilterAtDestination = InsightsRules.Filter(request.FilterAtDestination, "FilterAtDestination"),
        };
        call.Write(Tables.NetworkInsightsPaths).Put(path);
        TagStore.PutNew(call, Ec2Kinds.NetworkInsightsPath, path.Id.Value, request.TagSpecifications);
        return new() { NetworkInsightsPath = NetworkInsightsPathView.Of(path, call) };
    }
}
