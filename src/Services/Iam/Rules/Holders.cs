namespace Orrery.Services.Iam.Rules;

/// <summary>Finds and keeps users, groups and roles of the call's account.</summary>
internal static class Holders
{
    /// <summary>A user.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static UserRecord User(ReadCall call, string? name) =>
        call.Mine(Tables.Users).Find(IamKey.OfName(name!)) ?? throw Errors.NotFound("user", name!);

    /// <summary>The user of a unique id, or null.</summary>
    public static UserRecord? UserOf(ReadCall call, string account, string id) =>
        call.Read(Tables.Users, Scope.Global(account)).By(Tables.UsersById, id).FirstOrDefault();

    /// <summary>The user that is named, or the one who calls; null for the root user.</summary>
    /// <exception cref="ServiceException">NoSuchEntity; ValidationError: a session names nobody.</exception>
    public static UserRecord? UserOrCaller(ReadCall call, string? name)
    {
        if (name is not null) return User(call, name);
        return call.Caller.Kind switch
        {
            CallerKind.Root or CallerKind.AssumedRoot => null,
            CallerKind.User => UserOf(call, call.Caller.Account, call.Caller.UserId)
                ?? throw Errors.NotFound("user", Arns.NameOf(call.Caller.Arn)),
            _ => throw Errors.Validation("Must specify userName when calling with non-User credentials"),
        };
    }

    /// <summary>A group.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static GroupRecord Group(ReadCall call, string? name) =>
        call.Mine(Tables.Groups).Find(IamKey.OfName(name!)) ?? throw Errors.NotFound("group", name!);

    /// <summary>A role.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static RoleRecord Role(ReadCall call, string? name) =>
        call.Mine(Tables.Roles).Find(IamKey.OfName(name!)) ?? throw Errors.NotFound("role", name!);

    /// <summary>A role that a customer may change.</summary>
    /// <exception cref="ServiceException">NoSuchEntity; UnmodifiableEntity: a service alone may.</exception>
    public static RoleRecord OwnRole(ReadCall call, string? name)
    {
        var role = Role(call, name);
        return role.LinkedService is null ? role : throw Errors.Protected(role.Name);
    }

    /// <summary>Keeps one of them.</summary>
    public static void Put(Call call, HolderRecord holder)
    {
        switch (holder)
        {
            case UserRecord user: call.Ours(Tables.Users).Put(user); break;
            case GroupRecord group: call.Ours(Tables.Groups).Put(group); break;
            case RoleRecord role: call.Ours(Tables.Roles).Put(role); break;
        }
    }

    /// <summary>The groups of a user, by name.</summary>
    public static IEnumerable<GroupRecord> GroupsOf(ReadCall call, UserRecord user) =>
        user.Groups.SelectMany(id => call.Mine(Tables.Groups).By(Tables.GroupsById, id))
            .OrderBy(g => g.Key.Value, StringComparer.Ordinal);
}
