using Orrery.Contracts;

namespace Orrery.Services.Organizations.Rules;

/// <summary>The tree of an organization.</summary>
internal static class Nodes
{
    /// <summary>How long a closed account can still be seen. Source: Account Management Reference Guide, "Close an AWS
    /// account": the post-closure period.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <summary>Something in an organization; null where it is not there.</summary>
    public static NodeRecord? Find(ReadCall call, OrganizationRecord organization, string? id) =>
        id is not null && call.All(Tables.Nodes).Find(new(id)) is { } node
            && node.Organization == organization.Id.Value && !IsGone(node, call.Now)
            ? node
            : null;

    /// <summary>Something of a kind.</summary>
    /// <exception cref="ServiceException">…NotFoundException, as the error says.</exception>
    public static NodeRecord Get(
        ReadCall call, OrganizationRecord organization, string? id, NodeKind kind, string? error = null) =>
        Find(call, organization, id) is { } node && node.Kind == kind ? node
            : throw Errors.NotFound(error ?? kind switch
        {
            NodeKind.Root => "Root",
            NodeKind.Unit => "OrganizationalUnit",
            _ => "Account",
        });

    /// <summary>What units and accounts stand below: a root or a unit.</summary>
    /// <exception cref="ServiceException">ParentNotFoundException, or another.</exception>
    public static NodeRecord Parent(
        ReadCall call, OrganizationRecord organization, string? id, string error = "Parent") =>
        Find(call, organization, id) is { Kind: not NodeKind.Account } node ? node : throw Errors.NotFound(error);

    /// <summary>Anything policies are attached to.</summary>
    /// <exception cref="ServiceException">TargetNotFoundException.</exception>
    public static NodeRecord Target(ReadCall call, OrganizationRecord organization, string? id) =>
        Find(call, organization, id) ?? throw Errors.NotFound("Target");

    /// <summary>All of an organization, by id.</summary>
    public static IEnumerable<NodeRecord> Of(ReadCall call, OrganizationRecord organization) =>
        call.All(Tables.Nodes).By(Tables.NodesByOrganization, organization.Id.Value)
            .Where(n => !IsGone(n, call.Now));

    /// <summary>What stands right below.</summary>
    public static IEnumerable<NodeRecord> Below(ReadCall call, NodeRecord parent, NodeKind kind) =>
        call.All(Tables.Nodes).By(Tables.NodesByParent, parent.Id.Value)
            .Where(n => n.Kind == kind && !IsGone(n, call.Now));

    /// <summary>The way from the root to something, both with it.</summary>
    public static IReadOnlyList<NodeRecord> Path(ReadCall call, NodeRecord node)
    {
        List<NodeRecord> path = [node];
        while (path[^1].Parent is { } parent) path.Add(call.All(Tables.Nodes).Find(new(parent))!);
        path.Reverse();
        return path;
    }

    /// <summary>Adds something, with the policies that everything has at first.</summary>
    public static NodeRecord Add(Call call, OrganizationRecord organization, NodeRecord node)
    {
        node = node with { Policies = [.. organization.Types.Select(AwsPolicies.IdOf)] };
        call.Keep(Tables.Nodes).Put(node);
        return node;
    }

    /// <summary>Refuses a unit below another that is too deep, or one too many.</summary>
    /// <exception cref="ServiceException">ConstraintViolationException.</exception>
    public static void Hold(ReadCall call, OrganizationRecord organization, NodeRecord parent)
    {
        if (Path(call, parent).Count > OrganizationQuotas.Depth)
            throw Errors.Constraint("OU_DEPTH_LIMIT_EXCEEDED", "You have reached the depth of the OU tree.");
        call.Hold(
            OrganizationQuotas.Units,
            Of(call, organization).Count(n => n.Kind == NodeKind.Unit),
            limit => Errors.Constraint("OU_NUMBER_LIMIT_EXCEEDED", $"An organization can have {limit} OUs."));
    }

    /// <summary>Refuses a name that another unit below the same parent has.</summary>
    /// <exception cref="ServiceException">DuplicateOrganizationalUnitException.</exception>
    public static void RefuseTwin(ReadCall call, NodeRecord parent, string name, OrgKey? but = null)
    {
        if (Below(call, parent, NodeKind.Unit).Any(u => u.Name == name && u.Id != but))
            throw Errors.Duplicate("OrganizationalUnit", "An OU with the same name already exists.");
    }

    private static bool IsGone(NodeRecord node, DateTimeOffset now) => node.ClosedAt + Remembered <= now;
}
