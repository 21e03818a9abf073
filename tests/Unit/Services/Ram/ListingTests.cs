using Orrery.Services.Ram.Operations.Associations;
using Orrery.Services.Ram.Operations.Permissions;
using Orrery.Services.Ram.Operations.ResourceShares;
using Orrery.Services.Ram.Operations.Resources;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Tests.Unit.Services.Ram;

public sealed class ListingTests
{
    private const string Permission = "arn:aws:ram::aws:permission/AWSRAMDefaultPermissionTransitGateway";

    private readonly Party _party = new();

    [Fact]
    public void Resources_and_principals_are_listed_for_both_sides()
    {
        var arn = _party.Share(Party.Guest).ResourceShareArn!;
        _party.Owner.Run(new AssociateResourceShare(), new() { ResourceShareArn = arn, ResourceArns = [Party.List] });
        Assert.Empty(Resources(_party.Guests, ResourceOwner.OtherAccounts));
        _party.Accept();
        Assert.Equal([Party.List, Party.Gateway], Resources(_party.Guests, ResourceOwner.OtherAccounts));
        Assert.Equal([Party.List, Party.Gateway], Resources(_party.Owner, ResourceOwner.Self));
        Assert.Equal([Party.Gateway], Resources(_party.Owner, ResourceOwner.Self, "ec2:TransitGateway"));
        Assert.Equal("InvalidResourceTypeException", Rig.Refusal(
            () => Resources(_party.Owner, ResourceOwner.Self, "ec2:Instance")));
        var first = _party.Owner.Run(new ListResources(), new() { ResourceOwner = ResourceOwner.Self, MaxResults = 1 });
        Assert.Equal(Party.Gateway, Assert.Single(_party.Owner.Run(new ListResources(), new()
        {
            ResourceOwner = ResourceOwner.Self, MaxResults = 1, NextToken = first.NextToken,
        }).Resources!).Arn);
        Assert.Equal("InvalidNextTokenException", _party.Owner.Refused(
            new ListResources(), new() { ResourceOwner = ResourceOwner.Self, NextToken = "x" }));

        Assert.Equal([Party.Guest], Principals(_party.Owner, ResourceOwner.Self));
        Assert.Equal(["123456789012"], Principals(_party.Guests, ResourceOwner.OtherAccounts));
        Assert.Empty(Principals(_party.Owner, ResourceOwner.OtherAccounts));
    }

    [Fact]
    public void Permissions_are_those_that_aws_manages_for_what_can_be_shared()
    {
        Assert.Equal(
            ["ec2:PrefixList", "ec2:TransitGateway"],
            _party.Owner.Run(new ListResourceTypes(), new()).ResourceTypes!.Select(t => t.ResourceType!));
        Assert.Equal(2, _party.Owner.Run(new ListPermissions(), new()).Permissions!.Count);
        Assert.Empty(_party.Owner.Run(
            new ListPermissions(), new() { PermissionType = PermissionTypeFilter.CustomerManaged }).Permissions!);
        var permission = _party.Owner.Run(new GetPermission(), new() { PermissionArn = Permission }).Permission!;
        Assert.Equal(("ec2:TransitGateway", true), (permission.ResourceType, permission.IsResourceTypeDefault));
        Assert.Contains("ec2:CreateTransitGatewayVpcAttachment", permission.Permission);
        Assert.Equal("UnknownResourceException", _party.Owner.Refused(
            new GetPermission(), new() { PermissionArn = Permission, PermissionVersion = 2 }));

        var arn = _party.Share().ResourceShareArn;
        Assert.Equal(Permission, Assert.Single(_party.Owner.Run(
            new ListResourceSharePermissions(), new() { ResourceShareArn = arn }).Permissions!).Arn);
        Assert.Equal("UnknownResourceException", _party.Owner.Refused(new CreateResourceShare(), new()
        {
            Name = "x", PermissionArns = ["arn:aws:ram::aws:permission/AWSRAMDefaultPermissionSubnet"],
        }));
    }

    private static IEnumerable<string> Resources(Rig rig, ResourceOwner owner, string? type = null) =>
        rig.Run(new ListResources(), new() { ResourceOwner = owner, ResourceType = type }).Resources!
            .Select(r => r.Arn!).ToList();

    private static IEnumerable<string> Principals(Rig rig, ResourceOwner owner) =>
        rig.Run(new ListPrincipals(), new() { ResourceOwner = owner }).Principals!.Select(p => p.Id!).ToList();
}
