using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A Spot request as the API writes it.</summary>
internal static class SpotRequestView
{
    /// <summary>The request with its status, launch specification and tags.</summary>
    public static SpotInstanceRequest Of(SpotRequestRecord request, ReadCall call)
    {
        var launch = Launch(request);
        return new()
        {
            SpotInstanceRequestId = request.Id.Value,
            State = request.State,
            Status = new()
            {
                Code = request.StatusCode,
                Message = SpotStatus.MessageOf(request.StatusCode),
                UpdateTime = request.StatusTime,
            },
            Fault = request.FaultCode is { } code ? new() { Code = code, Message = request.FaultMessage } : null,
            CreateTime = request.CreateTime,
            Type = request.Type,
            InstanceInterruptionBehavior = request.Behavior,
            SpotPrice = PriceOf(request, call),
            ValidFrom = request.ValidFrom,
            ValidUntil = request.ValidUntil,
            InstanceId = request.InstanceId,
            LaunchedAvailabilityZone = request.Zone,
            LaunchedAvailabilityZoneId =
                request.Zone is { } zone ? Zones.RegionOf(call).ZoneNamed(zone)?.Id : null,
            ProductDescription = RIProductDescription.LinuxUNIX,
            LaunchSpecification = ShapeJson.As<LaunchSpecification>(launch) with
            {
                SecurityGroups = [.. (launch.SecurityGroupIds ?? [])
                    .Select(id => new GroupIdentifier { GroupId = id })],
                Monitoring = new() { Enabled = launch.Monitoring?.Enabled == true },
            },
            Tags = TagStore.View(call, request.Id.Value),
        };
    }

    /// <summary>The launch that it asks for.</summary>
    public static RunInstancesRequest Launch(SpotRequestRecord request) =>
        ShapeJson.Read<RunInstancesRequest>(request.Launch) with { SecurityGroups = null };

    /// <summary>The most that it pays, with six digits: the On-Demand price where it names none.</summary>
    public static string? PriceOf(SpotRequestRecord request, ReadCall call) =>
        (SpotTerms.MostOf(request) ?? SpotTerms.OnDemand(call, request.InstanceType))
            ?.ToString("F6", CultureInfo.InvariantCulture);
}
