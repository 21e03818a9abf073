using Orrery.Services.Ec2.Operations.PrefixLists;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class SharedPrefixListTests
{
    private readonly Cloud _owner = Cloud.Sharing();
    private readonly Cloud _consumer;

    public SharedPrefixListTests() => _consumer = _owner.In("eu-west-1", Share.Neighbour);

    [Fact]
    public void The_other_account_sees_its_entries_refers_to_it_and_follows_its_changes()
    {
        var list = Create("10.2.0.0/24");
        var (id, arn) = (list.PrefixListId!, list.PrefixListArn!);
        Assert.Equal("InvalidPrefixListID.NotFound", _consumer.Refused(
            new GetManagedPrefixListEntries(), new() { PrefixListId = id }));
        var share = _owner.With(arn);
        var seen = Assert.Single(_consumer.Run(new DescribeManagedPrefixLists(), new()
        {
            Filters = [new() { Name = "owner-id", Values = ["123456789012"] }],
        }).PrefixLists!);
        Assert.Equal((id, arn), (seen.PrefixListId, seen.PrefixListArn));
        Assert.Equal("10.2.0.0/24", Assert.Single(_consumer.Run(
            new GetManagedPrefixListEntries(), new() { PrefixListId = id }).Entries!).Cidr);

        // A route and a rule by the list: packets take the one and are let in by the other.
        var (from, to) = (Site.New(_consumer, "10.1.0.0/24"), Site.New(_consumer, "10.2.0.0/24"));
        var peering = from.Peer(to);
        _consumer.Run(new DeleteRoute(), new() { RouteTableId = from.Table, DestinationCidrBlock = to.Cidr });
        Assert.NotEqual("Delivered", from.Trace(to).Disposition);
        _consumer.Run(new CreateRoute(), new()
        {
            RouteTableId = from.Table, DestinationPrefixListId = id, VpcPeeringConnectionId = peering,
        });
        Assert.Equal("Delivered", from.Trace(to).Disposition);
        Authorize(from, id);
        Assert.Equal("Delivered", to.Trace(from, 22).Disposition);
        _owner.Run(new ModifyManagedPrefixList(), new()
        {
            PrefixListId = id, CurrentVersion = 1, RemoveEntries = [new() { Cidr = "10.2.0.0/24" }],
        });
        Assert.NotEqual("Delivered", from.Trace(to).Disposition);
        Assert.NotEqual("Delivered", to.Trace(from, 22).Disposition);

        var uses = _owner.Run(new GetManagedPrefixListAssociations(), new() { PrefixListId = id })
            .PrefixListAssociations!;
        Assert.Equal(2, uses.Count);
        Assert.All(uses, use => Assert.Equal(Share.Neighbour, use.ResourceOwner));
        Assert.Contains(uses, use => use.ResourceId == from.Table);
        Assert.Equal("DependencyViolation", _owner.Refused(
            new DeleteManagedPrefixList(), new() { PrefixListId = id }));
        Assert.Equal("InvalidPrefixListID.NotFound", _consumer.Refused(
            new DeleteManagedPrefixList(), new() { PrefixListId = id }));

        _owner.Unshare(share, arn);
        Assert.Empty(_consumer.Run(new DescribeManagedPrefixLists(), new()
        {
            Filters = [new() { Name = "prefix-list-id", Values = [id] }],
        }).PrefixLists!);
        _consumer.Run(new DeleteRoute(), new() { RouteTableId = from.Table, DestinationPrefixListId = id });
    }

    [Fact]
    public void It_grows_only_as_far_as_the_tables_of_the_other_account_have_room()
    {
        var list = Create("10.2.0.0/24");
        _owner.With(list.PrefixListArn!);
        var (from, to) = (Site.New(_consumer, "10.1.0.0/24"), Site.New(_consumer, "10.2.0.0/24"));
        _consumer.Run(new CreateRoute(), new()
        {
            RouteTableId = from.Table,
            DestinationPrefixListId = list.PrefixListId,
            VpcPeeringConnectionId = from.Peer(to),
        });
        _owner.Run(new ModifyManagedPrefixList(), new() { PrefixListId = list.PrefixListId, MaxEntries = 900 });
        var now = Assert.Single(_owner.Run(
            new DescribeManagedPrefixLists(), new() { PrefixListIds = [list.PrefixListId!] }).PrefixLists!);
        Assert.Equal((PrefixListState.ModifyFailed, 5), (now.State, now.MaxEntries));
        Assert.Contains(from.Table, now.StateMessage);
    }

    private ManagedPrefixList Create(string cidr) => _owner.Run(new CreateManagedPrefixList(), new()
    {
        PrefixListName = "offices", AddressFamily = "IPv4", MaxEntries = 5, Entries = [new() { Cidr = cidr }],
    }).PrefixList!;

    private static void Authorize(Site site, string list)
    {
        var group = site.Cloud.Interfaces(site.Vpc).Single(i => i.NetworkInterfaceId == site.Interface).Groups![0];
        site.Cloud.Run(new AuthorizeSecurityGroupIngress(), new()
        {
            GroupId = group.GroupId,
            IpPermissions =
            [
                new()
                {
                    IpProtocol = "tcp",
                    FromPort = 22,
                    ToPort = 22,
                    PrefixListIds = [new() { PrefixListIdValue = list }],
                },
            ],
        });
    }
}
