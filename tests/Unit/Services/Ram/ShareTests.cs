using Orrery.Kernel.Calls;
using Orrery.Services.Ram.Operations.Associations;
using Orrery.Services.Ram.Operations.ResourceShares;
using Orrery.Services.Ram.Operations.Tags;
using Orrery.Wire.Generated.Ram;
using Status = Orrery.Wire.Generated.Ram.ResourceShareAssociationStatus;

namespace Orrery.Tests.Unit.Services.Ram;

public sealed class ShareTests
{
    private readonly Party _party = new();

    [Fact]
    public void A_share_has_a_name_tags_and_what_is_put_into_it()
    {
        var share = _party.Owner.Run(new CreateResourceShare(), new()
        {
            Name = "network", Tags = [new() { Key = "team", Value = "core" }],
        }).ResourceShare!;
        Assert.Equal(
            ("network", "123456789012", true, ResourceShareStatus.Active),
            (share.Name, share.OwningAccountId, share.AllowExternalPrincipals, share.Status));
        Assert.StartsWith("arn:aws:ram:eu-west-1:123456789012:resource-share/", share.ResourceShareArn);
        var added = _party.Owner.Run(new AssociateResourceShare(), new()
        {
            ResourceShareArn = share.ResourceShareArn, ResourceArns = [Party.Gateway], Principals = [Party.Guest],
        }).ResourceShareAssociations!;
        Assert.Equal(
            [(Party.Gateway, false), (Party.Guest, true)],
            added.Select(a => (a.AssociatedEntity!, a.External!.Value)));
        _party.Owner.Run(new UpdateResourceShare(), new() { ResourceShareArn = share.ResourceShareArn, Name = "hub" });
        _party.Owner.Run(new TagResource(), new()
        {
            ResourceShareArn = share.ResourceShareArn, Tags = [new() { Key = "env", Value = "prod" }],
        });
        _party.Owner.Run(new UntagResource(), new() { ResourceArn = share.ResourceShareArn, TagKeys = ["team"] });
        var now = Assert.Single(_party.Owner.Run(new GetResourceShares(), new()
        {
            ResourceOwner = ResourceOwner.Self,
            Name = "hub",
            TagFilters = [new() { TagKey = "env", TagValues = ["prod"] }],
            PermissionArn = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionTransitGateway",
        }).ResourceShares!);
        Assert.Equal("env", Assert.Single(now.Tags!).Key);
        Assert.Empty(_party.Owner.Run(new GetResourceShares(), new()
        {
            ResourceOwner = ResourceOwner.Self, TagFilters = [new() { TagKey = "team" }],
        }).ResourceShares!);
    }

    // Sources: AWS RAM User Guide, "Shareable AWS resources"; AWS RAM API Reference, AssociateResourceShare.
    [Theory]
    [InlineData("tgw-0123456789abcdef0", "MalformedArnException")]
    [InlineData("arn:aws:ec2:eu-west-1:123456789012:transit-gateway/tgw-gone", "UnknownResourceException")]
    [InlineData("arn:aws:ec2:eu-west-1:210987654321:transit-gateway/tgw-1", "OperationNotPermittedException")]
    [InlineData("arn:aws:ec2:us-east-1:123456789012:transit-gateway/tgw-1", "InvalidParameterException")]
    [InlineData("arn:aws:ec2:eu-west-1:123456789012:subnet/subnet-1", "OperationNotPermittedException")]
    [InlineData("arn:aws:ec2:eu-west-1:123456789012:instance/i-1", "InvalidParameterException")]
    public void What_cannot_be_shared_is_refused_and_nothing_is_made(string arn, string code)
    {
        Assert.Equal(code, _party.Owner.Refused(
            new CreateResourceShare(), new() { Name = "network", ResourceArns = [arn] }));
        Assert.Empty(_party.Shares(ResourceOwner.Self));
    }

    [Theory]
    [InlineData("123456789012", "InvalidParameterException")]
    [InlineData("everybody", "InvalidParameterException")]
    [InlineData("arn:aws:organizations::123456789012:organization/o-abc", "OperationNotPermittedException")]
    [InlineData("arn:aws:iam::210987654321:role/reader", "InvalidParameterException")]
    public void Whom_it_cannot_be_shared_with_is_refused(string principal, string code) =>
        Assert.Equal(code, _party.Owner.Refused(
            new CreateResourceShare(), new() { Name = "network", Principals = [principal] }));

    [Fact]
    public void A_share_that_is_closed_to_outsiders_takes_no_account()
    {
        CreateResourceShareRequest closed = new()
        {
            Name = "network", AllowExternalPrincipals = false, Principals = [Party.Guest],
        };
        Assert.Equal("OperationNotPermittedException", _party.Owner.Refused(new CreateResourceShare(), closed));
        var share = _party.Share(Party.Guest);
        Assert.Equal("OperationNotPermittedException", _party.Owner.Refused(new UpdateResourceShare(), new()
        {
            ResourceShareArn = share.ResourceShareArn, AllowExternalPrincipals = false,
        }));
    }

    [Fact]
    public void Only_the_owner_changes_it_and_what_is_not_served_is_refused_by_name()
    {
        var arn = _party.Share(Party.Guest).ResourceShareArn;
        _party.Accept();
        Assert.Equal("UnknownResourceException", _party.Guests.Refused(
            new UpdateResourceShare(), new() { ResourceShareArn = arn, Name = "mine" }));
        Assert.Equal("UnknownResourceException", _party.Guests.Refused(
            new AssociateResourceShare(), new() { ResourceShareArn = arn, ResourceArns = [Party.List] }));
        Assert.Equal("OperationNotPermittedException", _party.Guests.Refused(
            new DisassociateResourceShare(), new() { ResourceShareArn = arn, ResourceArns = [Party.Gateway] }));
        Assert.Equal("MalformedArnException", _party.Owner.Refused(
            new DeleteResourceShare(), new() { ResourceShareArn = "network" }));
        Assert.Equal("InvalidParameterException", _party.Owner.Refused(
            new AssociateResourceShare(), new() { ResourceShareArn = arn, Sources = ["123456789012"] }));
        Assert.Equal(
            "InvalidParameterException", _party.Owner.Refused(new CreateResourceShare(), new() { Name = " " }));
    }

    [Fact]
    public void What_is_taken_out_is_shared_no_more_and_seen_for_two_hours()
    {
        var arn = _party.Share(Party.Guest).ResourceShareArn;
        _party.Accept();
        Assert.Equal([Party.Gateway], _party.Seen());
        var left = _party.Owner.Run(new DisassociateResourceShare(), new()
        {
            ResourceShareArn = arn, ResourceArns = [Party.Gateway],
        });
        Assert.Equal(Status.Disassociating, Assert.Single(left.ResourceShareAssociations!).Status);
        Assert.False(_party.IsShared());
        Assert.Empty(_party.Seen());
        Assert.Equal(Status.Disassociated, Assert.Single(Resources()).Status);
        Assert.Equal("UnknownResourceException", _party.Owner.Refused(
            new DisassociateResourceShare(), new() { ResourceShareArn = arn, ResourceArns = [Party.Gateway] }));
        _party.Owner.Advance(TimeSpan.FromHours(2));
        Assert.Empty(Resources());
    }

    [Fact]
    public void A_deleted_share_ends_at_once_and_is_seen_for_two_hours()
    {
        var party = new Party(Delays.Aws);
        var arn = party.Share(Party.Guest).ResourceShareArn;
        Assert.Equal(Status.Associating, party.Principal());
        party.Owner.Advance(TimeSpan.FromMinutes(1));
        party.Accept();
        Assert.True(party.IsShared());
        Assert.True(party.Owner.Run(new DeleteResourceShare(), new() { ResourceShareArn = arn }).ReturnValue);
        Assert.False(party.IsShared());
        Assert.Equal(ResourceShareStatus.Deleting, Assert.Single(party.Shares(ResourceOwner.Self)).Status);
        Assert.Empty(party.Shares(ResourceOwner.OtherAccounts));
        Assert.Equal("InvalidStateTransitionException", party.Owner.Refused(
            new DeleteResourceShare(), new() { ResourceShareArn = arn }));
        party.Owner.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ResourceShareStatus.Deleted, Assert.Single(party.Shares(ResourceOwner.Self)).Status);
        party.Owner.Advance(TimeSpan.FromHours(2));
        Assert.Empty(party.Shares(ResourceOwner.Self));
    }

    private IReadOnlyList<ResourceShareAssociation> Resources() =>
        _party.Owner.Run(new GetResourceShareAssociations(), new()
        {
            AssociationType = ResourceShareAssociationType.Resource,
        }).ResourceShareAssociations!;
}
