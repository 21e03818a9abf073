using Orrery.Services.Ec2.Operations.PrefixLists;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

public sealed class PrefixListTests
{
    private static readonly CreateManagedPrefixListRequest Offices = new()
    {
        PrefixListName = "offices",
        AddressFamily = "IPv4",
        MaxEntries = 3,
        Entries = [new() { Cidr = "192.0.2.0/24", Description = "London" }, new() { Cidr = "10.0.0.0/8" }],
    };

    [Fact]
    public void A_list_is_in_progress_first_and_complete_after_a_while()
    {
        var cloud = Cloud.Slow();
        var created = cloud.Run(new CreateManagedPrefixList(), Offices).PrefixList!;
        Assert.Equal((PrefixListState.CreateInProgress, 1L), (created.State, created.Version));
        var change = new ModifyManagedPrefixListRequest { PrefixListId = created.PrefixListId!, PrefixListName = "x" };
        Assert.Equal("IncorrectState", cloud.Refused(new ModifyManagedPrefixList(), change));
        cloud.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(PrefixListState.CreateComplete, (Find(cloud, created.PrefixListId!)).State);
        cloud.Run(new ModifyManagedPrefixList(), change);
    }

    [Fact]
    public void Every_change_of_entries_makes_a_version_and_old_ones_can_be_read_and_restored()
    {
        var cloud = Cloud.New();
        var id = Create(cloud);
        var modify = new ModifyManagedPrefixListRequest
        {
            PrefixListId = id,
            CurrentVersion = 1,
            AddEntries = [new() { Cidr = "198.51.100.7/24" }],
            RemoveEntries = [new() { Cidr = "10.0.0.0/8" }],
        };
        cloud.Run(new ModifyManagedPrefixList(), modify);
        Assert.Equal(["192.0.2.0/24", "198.51.100.0/24"], Entries(cloud, id));
        Assert.Equal(["10.0.0.0/8", "192.0.2.0/24"], Entries(cloud, id, 1));
        Assert.Equal("PrefixListVersionMismatch", cloud.Refused(new ModifyManagedPrefixList(), modify));
        Assert.Equal("MissingParameter", cloud.Refused(
            new ModifyManagedPrefixList(), modify with { CurrentVersion = null }));

        var restore = new RestoreManagedPrefixListVersionRequest
        {
            PrefixListId = id, CurrentVersion = 2, PreviousVersion = 1,
        };
        var restored = cloud.Run(new RestoreManagedPrefixListVersion(), restore);
        var made = restored.PrefixList!;
        Assert.Equal((PrefixListState.RestoreInProgress, 3L), (made.State, made.Version));
        Assert.Equal(["10.0.0.0/8", "192.0.2.0/24"], Entries(cloud, id));
        Assert.Equal(PrefixListState.RestoreComplete, (Find(cloud, id)).State);
        Assert.Equal("PrefixListVersionMismatch", cloud.Refused(new RestoreManagedPrefixListVersion(), restore));
    }

    [Fact]
    public void Entries_stay_within_the_size_and_are_named_once()
    {
        var cloud = Cloud.New();
        var id = Create(cloud);
        var modify = new ModifyManagedPrefixListRequest { PrefixListId = id, CurrentVersion = 1 };
        var operation = new ModifyManagedPrefixList();
        Assert.Equal("PrefixListMaxEntriesExceeded", cloud.Refused(operation, modify with
        {
            AddEntries = [new() { Cidr = "1.0.0.0/8" }, new() { Cidr = "2.0.0.0/8" }],
        }));
        Assert.Equal("InvalidRequest", cloud.Refused(
            operation, modify with { AddEntries = [new() { Cidr = "10.0.0.0/8" }] }));
        Assert.Equal("InvalidPrefixListModification", cloud.Refused(
            operation, modify with { RemoveEntries = [new() { Cidr = "11.0.0.0/8" }] }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(operation, modify with
        {
            AddEntries = [new() { Cidr = "10.0.0.0/8", Description = "x" }],
            RemoveEntries = [new() { Cidr = "10.0.0.0/8" }],
        }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(
            operation, modify with { AddEntries = [new() { Cidr = "2001:db8::/32" }] }));
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            operation, modify with { AddEntries = [new() { Cidr = "1.0.0.0/8" }], MaxEntries = 9 }));
        Assert.Equal("PrefixListMaxEntriesExceeded", cloud.Refused(operation, modify with { MaxEntries = 1 }));
    }

    [Fact]
    public void A_resize_fails_where_a_route_table_has_no_room_and_succeeds_when_it_has()
    {
        var cloud = Cloud.New(quotas: ("L-93826ACB", 5));
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var gateway = cloud.InternetGateway(vpc);
        var id = Create(cloud);
        cloud.Run(
            new CreateRoute(),
            new CreateRouteRequest { RouteTableId = table, DestinationPrefixListId = id, GatewayId = gateway });
        var resize = new ModifyManagedPrefixListRequest { PrefixListId = id, MaxEntries = 6 };
        cloud.Run(new ModifyManagedPrefixList(), resize);
        var failed = Find(cloud, id);
        Assert.Equal((PrefixListState.ModifyFailed, 3), (failed.State, failed.MaxEntries));
        Assert.Contains(table, failed.StateMessage, StringComparison.Ordinal);

        cloud.Run(new ModifyManagedPrefixList(), resize with { MaxEntries = 5 });
        var resized = Find(cloud, id);
        Assert.Equal(
            (PrefixListState.ModifyComplete, 5, 1L, null),
            (resized.State, resized.MaxEntries, resized.Version, resized.StateMessage));
    }

    [Fact]
    public void A_list_that_is_referred_to_cannot_be_deleted()
    {
        var cloud = Cloud.New();
        var vpc = cloud.Vpc();
        var table = cloud.RouteTable(vpc);
        var id = Create(cloud);
        cloud.Run(new CreateRoute(), new CreateRouteRequest
        {
            RouteTableId = table, DestinationPrefixListId = id, GatewayId = cloud.InternetGateway(vpc),
        });
        var delete = new DeleteManagedPrefixListRequest { PrefixListId = id };
        Assert.Equal("DependencyViolation", cloud.Refused(new DeleteManagedPrefixList(), delete));
        var associations = cloud.Run(
            new GetManagedPrefixListAssociations(), new GetManagedPrefixListAssociationsRequest { PrefixListId = id });
        Assert.Equal(table, Assert.Single(associations.PrefixListAssociations!).ResourceId);

        cloud.Run(new DeleteRoute(), new DeleteRouteRequest { RouteTableId = table, DestinationPrefixListId = id });
        var deleted = cloud.Run(new DeleteManagedPrefixList(), delete);
        Assert.Equal(PrefixListState.DeleteInProgress, deleted.PrefixList!.State);
        Assert.Equal("InvalidPrefixListID.NotFound", cloud.Refused(new DeleteManagedPrefixList(), delete));
    }

    [Fact]
    public void The_lists_of_aws_are_there_and_cannot_be_changed()
    {
        var cloud = Cloud.New();
        var found = cloud.Run(new DescribeManagedPrefixLists(), new DescribeManagedPrefixListsRequest
        {
            Filters = [new() { Name = "owner-id", Values = ["AWS"] }],
        });
        Assert.Equal(3, found.PrefixLists!.Count);
        var s3 = found.PrefixLists.Single(l => l.PrefixListName == "com.amazonaws.eu-west-1.s3");
        Assert.Equal(("pl-6da54004", null, null), (s3.PrefixListId, s3.MaxEntries, s3.Version));
        Assert.Equal("arn:aws:ec2:eu-west-1:aws:prefix-list/pl-6da54004", s3.PrefixListArn);
        Assert.Equal("OperationNotPermitted", cloud.Refused(
            new DeleteManagedPrefixList(), new DeleteManagedPrefixListRequest { PrefixListId = "pl-6da54004" }));

        Create(cloud);
        var services = cloud.Run(new DescribePrefixLists(), new DescribePrefixListsRequest { MaxResults = 2 });
        Assert.Equal(2, services.PrefixLists!.Count);
        var rest = cloud.Run(
            new DescribePrefixLists(), new DescribePrefixListsRequest { NextToken = services.NextToken });
        Assert.Single(rest.PrefixLists!);
    }

    [Fact]
    public void Entries_come_in_pages()
    {
        var cloud = Cloud.New();
        var request = new GetManagedPrefixListEntriesRequest { PrefixListId = Create(cloud), MaxResults = 1 };
        var first = cloud.Run(new GetManagedPrefixListEntries(), request);
        var second = cloud.Run(new GetManagedPrefixListEntries(), request with { NextToken = first.NextToken });
        Assert.Equal(("10.0.0.0/8", "192.0.2.0/24"), (first.Entries![0].Cidr, second.Entries![0].Cidr));
        Assert.Equal(("London", null), (second.Entries[0].Description, second.NextToken));
    }

    [Theory]
    [InlineData("com.amazonaws.mine", "IPv4", 3)]
    [InlineData("mine", "ipv4", 3)]
    [InlineData("mine", "IPv4", 0)]
    [InlineData("mine", "IPv4", 1001)]
    public void Names_families_and_sizes_have_their_limits(string name, string family, int size)
    {
        var cloud = Cloud.New();
        Assert.Equal("InvalidParameterValue", cloud.Refused(new CreateManagedPrefixList(), Offices with
        {
            PrefixListName = name, AddressFamily = family, MaxEntries = size, Entries = null,
        }));
    }

    private static string Create(Cloud cloud) =>
        cloud.Run(new CreateManagedPrefixList(), Offices).PrefixList!.PrefixListId!;

    private static ManagedPrefixList Find(Cloud cloud, string id) =>
        cloud.Run(
            new DescribeManagedPrefixLists(), new DescribeManagedPrefixListsRequest { PrefixListIds = [id] })
        .PrefixLists![0];

    private static IEnumerable<string?> Entries(Cloud cloud, string id, long? version = null) =>
        cloud.Run(
            new GetManagedPrefixListEntries(),
            new GetManagedPrefixListEntriesRequest { PrefixListId = id, TargetVersion = version })
        .Entries!.Select(e => e.Cidr);
}
