using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>Managed policies attached to users, groups and roles.</summary>
internal static class Attachments
{
    /// <summary>Attaches a policy; nothing changes where it is attached already.</summary>
    /// <exception cref="ServiceException">InvalidInput, NoSuchEntity, PolicyNotAttachable, LimitExceeded.</exception>
    public static void Attach(Call call, HolderRecord holder, string arn)
    {
        Shelf.Attachable(call, arn);
        if (holder.Attached.Contains(arn)) return;
        var (quota, name) = holder switch
        {
            UserRecord => (IamQuotas.PoliciesPerUser, "PoliciesPerUser"),
            GroupRecord => (IamQuotas.PoliciesPerGroup, "PoliciesPerGroup"),
            _ => (IamQuotas.PoliciesPerRole, "PoliciesPerRole"),
        };
        call.Hold(quota, holder.Attached.Count, limit => Errors.Quota(name, limit));
        Holders.Put(call, holder with { Attached = [.. holder.Attached, arn] });
    }

    /// <summary>Detaches a policy.</summary>
    /// <exception cref="ServiceException">NoSuchEntity: it is not attached.</exception>
    public static void Detach(Call call, HolderRecord holder, string arn)
    {
        if (!holder.Attached.Contains(arn)) throw Errors.NoPolicy(arn);
        Holders.Put(call, holder with { Attached = [.. holder.Attached.Where(a => a != arn)] });
    }

    /// <summary>A page of what is attached below a path.</summary>
    public static Page<AttachedPolicy> Page(HolderRecord holder, string? prefix, string? marker, int? size) =>
        Views.Page.InOrder(
            List(holder).Where(p => PathOf(p.PolicyArn!).StartsWith(prefix ?? "/", StringComparison.Ordinal)),
            marker, size);

    /// <summary>What is attached.</summary>
    public static IEnumerable<AttachedPolicy> List(HolderRecord holder) =>
        holder.Attached.Select(arn => new AttachedPolicy { PolicyArn = arn, PolicyName = Arns.NameOf(arn) });

    private static string PathOf(string arn)
    {
        var start = arn.IndexOf('/', StringComparison.Ordinal);
        return arn[start..(arn.LastIndexOf('/') + 1)];
    }
}
