using Orrery.Services.Iam;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.Groups;
using Orrery.Services.Iam.Operations.UserPolicies;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>Users and groups. Source: IAM API Reference.</summary>
public sealed class UserTests
{
    [Fact]
    public void A_user_has_a_path_an_id_and_a_name_that_nobody_else_has_in_any_case()
    {
        var iam = Registry.New();
        var user = iam.User("Ann", "/team/");
        Assert.Equal("arn:aws:iam::123456789012:user/team/Ann", user.Arn);
        Assert.Matches("^AIDA[A-Z2-7]{17}$", user.UserId);
        Assert.Equal("EntityAlreadyExists", Rig.Refusal(() => iam.User("ann")));
        Assert.Equal("User with name ann already exists.", Registry.Message(() => iam.User("ann")));
        Assert.Equal("ValidationError", Rig.Refusal(() => iam.User("bob", "team")));
        iam.User("bob");
        Assert.Equal(["Ann"], Names(iam, "/team/"));
        Assert.Equal(["Ann", "bob"], Names(iam, null));
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(new GetUser(), new GetUserRequest { UserName = "carl" }));
        Assert.Equal("The user with name carl cannot be found.", Registry.Message(
            () => iam.Run(new GetUser(), new() { UserName = "carl" })));
    }

    [Fact]
    public void A_rename_keeps_the_id_and_what_hangs_on_it()
    {
        var iam = Registry.New();
        var user = iam.User();
        var group = iam.Group();
        var caller = iam.Key();
        iam.Run(new AddUserToGroup(), new() { GroupName = group.GroupName, UserName = "ann" });
        iam.User("bob");
        Assert.Equal("EntityAlreadyExists", iam.Rig.Refused(
            new UpdateUser(), new UpdateUserRequest { UserName = "ann", NewUserName = "BOB" }));
        iam.Run(new UpdateUser(), new() { UserName = "ann", NewUserName = "Anna", NewPath = "/x/" });
        var renamed = iam.As(iam.Who(caller.AccessKeyId)!.Caller, new GetUser(), new GetUserRequest()).User!;
        Assert.Equal(("Anna", user.UserId, "arn:aws:iam::123456789012:user/x/Anna"),
            (renamed.UserName, renamed.UserId, renamed.Arn));
        Assert.Equal("Anna", Assert.Single(iam.Run(new GetGroup(), new() { GroupName = "admins" }).Users!).UserName);
        Assert.Single(iam.Run(new ListAccessKeys(), new() { UserName = "anna" }).AccessKeyMetadata!);
        iam.Run(new UpdateGroup(), new() { GroupName = "admins", NewGroupName = "owners" });
        Assert.Equal("owners", Assert.Single(
            iam.Run(new ListGroupsForUser(), new() { UserName = "Anna" }).Groups!).GroupName);
        Assert.Equal("owners", Assert.Single(iam.Run(new ListGroups(), new()).Groups!).GroupName);
    }

    [Fact]
    public void A_user_goes_only_when_nothing_hangs_on_it()
    {
        var iam = Registry.New();
        iam.User();
        iam.Group();
        var key = iam.Key().AccessKeyId;
        iam.Run(new AddUserToGroup(), new() { GroupName = "admins", UserName = "ann" });
        iam.Run(new PutUserPolicy(), new() { UserName = "ann", PolicyName = "p", PolicyDocument = Registry.Open });
        string Refused() => iam.Rig.Refused(new DeleteUser(), new DeleteUserRequest { UserName = "ann" });
        Assert.Equal("DeleteConflict", Refused());
        Assert.Equal("DeleteConflict", iam.Rig.Refused(
            new DeleteGroup(), new DeleteGroupRequest { GroupName = "admins" }));
        iam.Run(new RemoveUserFromGroup(), new() { GroupName = "admins", UserName = "ann" });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new RemoveUserFromGroup(), new RemoveUserFromGroupRequest { GroupName = "admins", UserName = "ann" }));
        Assert.Equal("DeleteConflict", Refused());
        iam.Run(new DeleteAccessKey(), new() { UserName = "ann", AccessKeyId = key });
        Assert.Equal("Cannot delete entity, must delete policies first.", Registry.Message(
            () => iam.Run(new DeleteUser(), new() { UserName = "ann" })));
        iam.Run(new DeleteUserPolicy(), new() { UserName = "ann", PolicyName = "p" });
        iam.Run(new DeleteUser(), new() { UserName = "ann" });
        iam.Run(new DeleteGroup(), new() { GroupName = "admins" });
        Assert.Equal("NoSuchEntity", Refused());
    }

    [Fact]
    public void Lists_come_in_pages_and_a_marker_goes_on_where_one_ended()
    {
        var iam = Registry.New();
        for (var i = 0; i < 25; i++) iam.User($"u{i:d2}");
        List<string?> all = [];
        string? marker = null;
        do
        {
            var page = iam.Run(new ListUsers(), new() { MaxItems = 10, Marker = marker });
            Assert.Equal(page.Marker is not null, page.IsTruncated);
            all.AddRange(page.Users!.Select(u => u.UserName));
            marker = page.Marker;
        }
        while (marker is not null);
        Assert.Equal([.. Enumerable.Range(0, 25).Select(i => $"u{i:d2}")], all);
        Assert.Equal("ValidationError", iam.Rig.Refused(new ListUsers(), new ListUsersRequest { Marker = "?" }));
    }

    [Fact]
    public void Tags_are_not_told_apart_by_case_and_there_are_fifty_at_most()
    {
        var iam = Registry.New();
        iam.User();
        void Tag(params Tag[] tags) => iam.Run(new TagUser(), new() { UserName = "ann", Tags = tags });
        Tag(new Tag { Key = "Team", Value = "a" });
        Tag(new Tag { Key = "team", Value = "b" }, new Tag { Key = "x", Value = "" });
        Assert.Equal([("team", "b"), ("x", "")], Tags());
        Assert.Equal("InvalidInput", Rig.Refusal(() =>
        {
            Tag(new Tag { Key = "k", Value = "" }, new Tag { Key = "K", Value = "" });
            return null;
        }));
        Assert.Equal("LimitExceeded", Rig.Refusal(() =>
        {
            Tag([.. Enumerable.Range(0, 49).Select(i => new Tag { Key = $"t{i}", Value = "" })]);
            return null;
        }));
        iam.Run(new UntagUser(), new() { UserName = "ann", TagKeys = ["TEAM", "none"] });
        Assert.Equal([("x", "")], Tags());
        Assert.Equal("InvalidInput", Rig.Refusal(() =>
        {
            Tag(new Tag { Key = "aws:x", Value = "" });
            return null;
        }));
        IEnumerable<(string?, string?)> Tags() =>
            iam.Run(new ListUserTags(), new() { UserName = "ann" }).Tags!.Select(t => (t.Key, t.Value));
    }

    [Fact]
    public void Quotas_of_users_hold()
    {
        var iam = Registry.New(
            (IamQuotas.Users.Code, 1), (IamQuotas.Groups.Code, 2), (IamQuotas.GroupsPerUser.Code, 1));
        iam.User();
        Assert.Equal("Cannot exceed quota for UsersPerAccount: 1", Registry.Message(() => iam.User("bob")));
        iam.Group("a");
        iam.Group("b");
        Assert.Equal("LimitExceeded", Rig.Refusal(() => iam.Group("c")));
        iam.Run(new AddUserToGroup(), new() { GroupName = "a", UserName = "ann" });
        iam.Run(new AddUserToGroup(), new() { GroupName = "a", UserName = "ann" });
        Assert.Equal("LimitExceeded", iam.Rig.Refused(
            new AddUserToGroup(), new AddUserToGroupRequest { GroupName = "b", UserName = "ann" }));
    }

    private static IEnumerable<string?> Names(Registry iam, string? prefix) =>
        iam.Run(new ListUsers(), new() { PathPrefix = prefix }).Users!.Select(u => u.UserName);
}
