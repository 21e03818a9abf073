using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Fleets;

/// <summary>
/// What the event bus hears of fleets of type maintain and request; those of type instant tell nothing. Source: EC2
/// User Guide, "EC2 Fleet event types" (kinds, sub-types, details). Which errors count as which sub-type is guessed.
/// No error keeps a fleet from trying on, so that allLaunchSpecsTemporarilyBlacklisted is never told; nor is progress,
/// of which AWS does not say when it comes.
/// </summary>
internal static class FleetEvents
{
    private const string SpotPriceTooLow = "SpotMaxPriceTooLow";

    /// <summary>Tells what the history of a fleet notes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="kind">Of what kind it is.</param>
    /// <param name="subType">What it was; of an error, its code.</param>
    /// <param name="about">The instance, or the message of the error.</param>
    public static void Tell(Call call, FleetRecord fleet, FleetEventType kind, string subType, string? about)
    {
        if (Bus(call, fleet) is not { } bus)
        {
            return;
        }

        switch (kind)
        {
            case FleetEventType.FleetChange:
                Put(call, fleet, bus, "State Change", [("sub-type", subType)]);
                break;

            // AWS has no sub-type for an instance that stops.
            case FleetEventType.InstanceChange when subType != "stopped":
                Put(
                    call, fleet, bus, "Instance Change",
                    [("instance-id", about), ("description", Describe(call, about!)), ("sub-type", subType)]);
                break;
            case FleetEventType.ServiceError:
                var (what, sub) = Sort(subType);
                Put(call, fleet, bus, what, [("description", about), ("sub-type", sub)]);
                break;
        }
    }

    /// <summary>Tells that no price of a fleet reaches the Spot price.</summary>
    public static void Halted(Call call, FleetRecord fleet, IReadOnlyList<FleetErrorRecord> errors)
    {
        if (errors.Count > 0 && errors.All(e => e.Code == SpotPriceTooLow) && Bus(call, fleet) is { } bus)
        {
            Put(
                call, fleet, bus, "Information",
                [("description", errors[0].Message), ("sub-type", "fleetProgressHalted")]);
        }
    }

    /// <summary>Tells of the request of a Spot Instance of a fleet in another state.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">A request of a fleet.</param>
    /// <param name="subType">submitted, active, disabled or cancelled.</param>
    /// <param name="before">The state before; null for none.</param>
    public static void Request(Call call, SpotRequestRecord request, string subType, string? before)
    {
        if (request.FleetId is { } id && call.Read(SpotTables.Fleets).Find(new(id)) is { } fleet
            && Bus(call, fleet) is { } bus)
        {
            Put(call, fleet, bus, "Spot Instance Request Change", [
                ("spot-instance-request-id", request.Id.Value),
                ("description",
                    $"SpotInstanceRequestId {request.Id}" + (before is null ? "" : $", PreviousState: {before}")),
                ("sub-type", subType)]);
        }
    }

    private static (string What, string SubType) Sort(string code) => code switch
    {
        SpotPriceTooLow => ("Information", "launchSpecUnusable"),
        "MaxSpotInstanceCountExceeded" => ("Error", "spotInstanceCountLimitExceeded"),
        _ when code.StartsWith("Insufficient", StringComparison.Ordinal)
            || code.EndsWith("LimitExceeded", StringComparison.Ordinal) =>
            ("Information", "launchSpecTemporarilyBlacklisted"),
        _ => ("Error", "spotFleetRequestConfigurationInvalid"),
    };

    private static string? Describe(ReadCall call, string id) =>
        call.Read(InstanceTables.Instances).Find(new(id)) is not { } instance ? null : Text(
        [
            ("instanceType", instance.InstanceType), ("image", instance.ImageId),
            ("productDescription", "Linux/UNIX"), ("availabilityZone", instance.AvailabilityZone),
        ]);

    private static string Text(IReadOnlyList<(string Name, string? Value)> members) => JsonTexts.Object(json =>
    {
        foreach (var (name, value) in members)
        {
            json.WriteString(name, value);
        }
    });

    private static IEventBus? Bus(Call call, FleetRecord fleet) =>
        fleet.Type != FleetType.Instant && call.FindPort<IEventBus>() is { } bus && bus.Hears(call, call.Scope)
            ? bus
            : null;

    private static void Put(
        Call call, FleetRecord fleet, IEventBus bus, string what,
        IReadOnlyList<(string Name, string? Value)> detail) =>
        bus.Put(call, new(
            call.Scope, "aws.ec2fleet", $"EC2 Fleet {what}",
            [$"arn:aws:ec2:{call.Region}:{call.Account}:fleet/{fleet.Id}"], Text(detail)));
}
