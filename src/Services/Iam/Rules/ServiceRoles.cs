using System.Text.Json;
using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Service-linked roles: one of a service, with a name and a policy that AWS gives. Sources: IAM User Guide, "Using
/// service-linked roles"; the names and policies in <c>data/service-linked-roles.csv</c>.
/// </summary>
internal static class ServiceRoles
{
    /// <summary>The kind of the timer that does a deletion task.</summary>
    public const string DeletionTimer = "iam.delete-service-linked-role";

    // AWS deletes within moments; the documentation gives no time (guessed).
    private static readonly TimeSpan DeletionTime = TimeSpan.FromSeconds(10);

    /// <summary>Makes one.</summary>
    /// <exception cref="ServiceException">InvalidInput: there is one, or the service has none.</exception>
    public static RoleRecord Create(Call call, string service, string? description, string? suffix)
    {
        var facts = ServiceRoleFacts.Find(service) ?? throw Errors.Validation(
            $"Service-linked roles are not supported for {service}, or Orrery does not know its role.");
        if (suffix is not null && !facts.TakesSuffix)
            throw Errors.InvalidInput($"Custom suffix is not allowed for {service}");
        var name = suffix is null ? facts.RoleName : $"{facts.RoleName}_{suffix}";
        if (call.Mine(Tables.Roles).Contains(IamKey.OfName(name)))
        {
            throw Errors.InvalidInput(
                $"Service role name {name} has been taken in this account, please try a different suffix.");
        }

        var path = $"{RoleRules.ServicePath}{service}/";
        return RoleRules.Add(call, new()
        {
            Name = name,
            Path = path,
            Id = UniqueIds.New(call, "AROA"),
            Arn = Arns.Of(call.Account, "role", path, name),
            CreatedAt = call.Now,
            Trust = TrustOf(service),
            Description = description,
            Attached = facts.PolicyArn is { } policy ? [policy] : [],
            LinkedService = service,
        });
    }

    /// <summary>Begins to remove one; the id of the task.</summary>
    /// <exception cref="ServiceException">InvalidInput: it is no service-linked role.</exception>
    public static string BeginDeletion(Call call, RoleRecord role)
    {
        if (role.LinkedService is null)
            throw Errors.InvalidInput($"{role.Name} is not a service-linked role");
        var id = $"task{role.Path}{role.Name}/{Uuids.New(call)}";
        call.Ours(Tables.DeletionTasks).Put(new()
        {
            Id = new(id), Role = role.Key.Value, State = Wire.Generated.Iam.DeletionTaskStatusType.InProgress,
        });
        call.Settle(DeletionTimer, DeletionTime, id, Home.At(call));
        return id;
    }

    /// <summary>What still uses a role: each service knows for itself.</summary>
    public static IReadOnlyList<Pair> UsesOf(ReadCall call, RoleRecord role) =>
    [
        .. call.PortsOf<IRoleUse>().SelectMany(port => port.UsesOf(call, call.Account, role.LinkedService!))
            .Select(use => new Pair(use.Region, use.Resource)),
    ];

    // The trust policy of a service-linked role: its service alone.
    private static string TrustOf(string service) =>
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
        + JsonEncodedText.Encode(service) + "\"},\"Action\":\"sts:AssumeRole\"}]}";
}
