using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of launch templates, placement groups, Spot requests, fleets and Capacity Reservations. Codes: "Error
/// codes for the Amazon EC2 API"; tag types: the ResourceType enumeration of the EC2 model.
/// </summary>
internal static class LaunchKinds
{
    public static readonly TableKind<LaunchTemplateId, LaunchTemplateRecord> Template = new(
        TemplateTables.Templates,
        "launch-template",
        new("InvalidLaunchTemplateId.NotFound", "InvalidLaunchTemplateId.Malformed", "launch template ID"));

    public static readonly TableKind<PlacementGroupId, PlacementGroupRecord> PlacementGroup = new(
        TemplateTables.PlacementGroups,
        "placement-group",
        new("InvalidPlacementGroup.Unknown", "InvalidPlacementGroupId.Malformed", "placement group"));

    public static readonly TableKind<SpotRequestId, SpotRequestRecord> SpotRequest = new(
        SpotTables.Requests,
        "spot-instances-request",
        new(
            "InvalidSpotInstanceRequestID.NotFound",
            "InvalidSpotInstanceRequestID.Malformed",
            "spot instance request ID"));

    public static readonly TableKind<FleetId, FleetRecord> Fleet = new(
        SpotTables.Fleets,
        "fleet",
        new("InvalidFleetId.NotFound", "InvalidFleetId.Malformed", "fleet ID") { IsUuid = true });

    public static readonly TableKind<CapacityReservationId, CapacityReservationRecord> CapacityReservation = new(
        CapacityTables.Reservations,
        "capacity-reservation",
        new(
            "InvalidCapacityReservationId.NotFound",
            "InvalidCapacityReservationId.Malformed",
            "capacity reservation ID"));

    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All =
        [Template, PlacementGroup, SpotRequest, Fleet, CapacityReservation];
}
