namespace Orrery.Services.Ec2.Records;

/// <summary>The interface (or attachment of a transit gateway) that saw a flow, as it was then.</summary>
/// <param name="Id">The interface or attachment.</param>
/// <param name="Account">Its owner.</param>
/// <param name="Region">Its region.</param>
/// <param name="VpcId">Its VPC.</param>
/// <param name="SubnetId">Its subnet.</param>
/// <param name="InstanceId">The instance that it is attached to.</param>
/// <param name="ZoneId">The id of its zone.</param>
public sealed record FlowPlaceRecord(
    string Id, string Account, string Region, string? VpcId, string? SubnetId, string? InstanceId, string? ZoneId);
