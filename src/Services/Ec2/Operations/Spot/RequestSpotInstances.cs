using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Spot;

/// <summary>Asks for Spot Instances: a request for each, which is evaluated right after.</summary>
public sealed class RequestSpotInstances : IWriteOperation<RequestSpotInstancesRequest, RequestSpotInstancesResult>
{
    /// <inheritdoc/>
    public RequestSpotInstancesResult Run(RequestSpotInstancesRequest request, Call call)
    {
        if (request.LaunchGroup is not null || request.AvailabilityZoneGroup is not null)
        {
            throw Errors.NotServed("groups of Spot requests (LaunchGroup, AvailabilityZoneGroup)");
        }

        var (type, behavior) = (
            request.Type ?? SpotInstanceType.OneTime,
            request.InstanceInterruptionBehavior ?? InstanceInterruptionBehavior.Terminate);
        SpotTerms.Check(call, type, behavior, (request.BlockDurationMinutes, request.ValidUntil));
        SpotTerms.Money(request.SpotPrice);
        var launch = SpotSpecifications.Launch(
            request.LaunchSpecification ?? throw Errors.Missing("LaunchSpecification"));
        var facts = SpotSpecifications.Check(call, launch);
        if (request.InstanceCount is < 1)
        {
            throw Errors.InvalidParameterValue("InstanceCount must be at least 1.");
        }

        var records = Enumerable.Range(0, request.InstanceCount ?? 1).Select(_ => new SpotRequestRecord
        {
            Id = call.NewId<SpotRequestId>(),
            State = SpotInstanceState.Open,
            StatusCode = SpotStatus.PendingEvaluation,
            StatusTime = call.Now,
            CreateTime = call.Now,
            Type = type,
            Behavior = behavior,
            MaxPrice = request.SpotPrice,
            ValidFrom = request.ValidFrom,
            ValidUntil = request.ValidUntil
                ?? (type == SpotInstanceType.OneTime ? call.Now + TimeSpan.FromDays(7) : null),
            Launch = ShapeJson.Write(launch with
            {
                InstanceMarketOptions = new() { MarketType = MarketType.Spot,
                    SpotOptions = new() { MaxPrice = request.SpotPrice } },
            }),
            InstanceType = facts.Name,
        }).ToList();
        foreach (var record in records)
        {
            call.Write(SpotTables.Requests).Put(record);
            TagStore.PutNew(call, LaunchKinds.SpotRequest, record.Id.Value, request.TagSpecifications);
            SpotRequestLoop.Evaluate(call, record);
        }

        return new() { SpotInstanceRequests = [.. records.Select(r => SpotRequestView.Of(r, call))] };
    }
}
