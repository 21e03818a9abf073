namespace Orrery.Services.Organizations.Rules;

/// <summary>
/// The organization of a caller, and who may do what with it. Source: Organizations API Reference: what changes it can
/// only be called from the management account, what lists it also from delegated administrators.
/// </summary>
internal static class Realm
{
    /// <summary>Reads a table of organizations.</summary>
    public static TableReader<OrgKey, T> All<T>(this ReadCall call, Table<OrgKey, T> table)
        where T : class => call.Read(table, Scope.World);

    /// <summary>Writes a table of organizations.</summary>
    public static TableWriter<OrgKey, T> Keep<T>(this Call call, Table<OrgKey, T> table)
        where T : class => call.Write(table, Scope.World);

    /// <summary>The organization that the caller's account is in.</summary>
    /// <exception cref="ServiceException">AWSOrganizationsNotInUseException.</exception>
    public static OrganizationRecord Mine(ReadCall call) =>
        call.All(Tables.Nodes).Find(new(call.Account)) is { } me ? Of(call, me) : throw Errors.NotInUse();

    /// <summary>The organization of something in it.</summary>
    public static OrganizationRecord Of(ReadCall call, NodeRecord node) =>
        call.All(Tables.Organizations).Find(new(node.Organization))!;

    /// <summary>The organization that the caller manages.</summary>
    /// <exception cref="ServiceException">AWSOrganizationsNotInUseException, AccessDeniedException.</exception>
    public static OrganizationRecord Managed(ReadCall call)
    {
        var mine = Mine(call);
        return mine.Management == call.Account ? mine : throw Errors.Denied();
    }

    /// <summary>The organization that the caller may look at.</summary>
    /// <exception cref="ServiceException">AWSOrganizationsNotInUseException, AccessDeniedException.</exception>
    public static OrganizationRecord Seen(ReadCall call)
    {
        var mine = Mine(call);
        return mine.Management == call.Account || Delegates.Of(call, mine, call.Account).Any()
            ? mine
            : throw Errors.Denied();
    }
}
