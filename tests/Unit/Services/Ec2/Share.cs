using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.TransitGatewayAttachments;
using Orrery.Services.Ram.Operations.Associations;
using Orrery.Services.Ram.Operations.Invitations;
using Orrery.Services.Ram.Operations.ResourceShares;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to what tests of sharing begin with.</summary>
internal static class Share
{
    /// <summary>The account that things are shared with.</summary>
    public const string Neighbour = "210987654321";

    /// <summary>Shares something with the neighbour, who accepts; tells the ARN of the share.</summary>
    public static string With(this Cloud cloud, string arn)
    {
        var share = cloud.Run(new CreateResourceShare(), new()
        {
            Name = "network", ResourceArns = [arn], Principals = [Neighbour],
        }).ResourceShare!.ResourceShareArn!;
        var there = cloud.In("eu-west-1", Neighbour);
        var invitation = there.Run(new GetResourceShareInvitations(), new() { ResourceShareArns = [share] })
            .ResourceShareInvitations![0];
        there.Run(new AcceptResourceShareInvitation(), new()
        {
            ResourceShareInvitationArn = invitation.ResourceShareInvitationArn,
        });
        return share;
    }

    /// <summary>Takes something out of a share.</summary>
    public static void Unshare(this Cloud cloud, string share, string arn) => cloud.Run(
        new DisassociateResourceShare(), new() { ResourceShareArn = share, ResourceArns = [arn] });

    /// <summary>Answers the request to attach a VPC.</summary>
    public static void AcceptVpc(this Cloud cloud, string attachment) => cloud.Run(
        new AcceptTransitGatewayVpcAttachment(), new() { TransitGatewayAttachmentId = attachment });

    /// <summary>Routes a block to a transit gateway.</summary>
    public static void RouteTo(this Site site, string cidr, string gateway) => site.Cloud.Run(new CreateRoute(), new()
    {
        RouteTableId = site.Table, DestinationCidrBlock = cidr, TransitGatewayId = gateway,
    });

    /// <summary>The state of an attachment.</summary>
    public static TransitGatewayAttachmentState? StateOfAttachment(this Cloud cloud, string id) =>
        cloud.Attachment(id).State;
}
