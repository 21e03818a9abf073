namespace Orrery.Services.Ec2.Records;

/// <summary>One side of a flow through a transit gateway.</summary>
/// <param name="AttachmentId">The attachment.</param>
/// <param name="VpcAccount">The owner of its VPC.</param>
/// <param name="VpcId">Its VPC.</param>
/// <param name="SubnetId">The subnet of the attachment's interface.</param>
/// <param name="InterfaceId">That interface.</param>
/// <param name="ZoneId">The id of its zone.</param>
public sealed record FlowSideRecord(
    string AttachmentId, string? VpcAccount, string? VpcId, string? SubnetId, string? InterfaceId, string? ZoneId);
