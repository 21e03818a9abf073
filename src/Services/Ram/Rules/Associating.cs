using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ram.Loops;
using Orrery.Services.Ram.Records;
using Status = Orrery.Wire.Generated.Ram.ResourceShareAssociationStatus;

namespace Orrery.Services.Ram.Rules;

/// <summary>
/// Puts resources and accounts into shares, and takes them out. An account outside of the owner's organization (here
/// every account) is sent an invitation. Sources: AWS RAM API Reference, AssociateResourceShare and
/// DisassociateResourceShare; AWS RAM User Guide, "Sharing your AWS resources", "Leaving a resource share".
/// </summary>
internal static class Associating
{
    private const int MostPerCall = 100;

    /// <summary>A share with more in it; the caller puts it.</summary>
    /// <exception cref="Core.ServiceException">
    /// Errors about ARNs and accounts; OperationNotPermittedException where no outsider may be in it.
    /// </exception>
    public static ShareRecord Add(
        Call call, ShareRecord share, IReadOnlyList<string>? resources, IReadOnlyList<string>? principals)
    {
        foreach (var arn in Distinct(resources).Select(arn => SharedThings.Check(call, arn)))
        {
            if (!share.Resources.Any(r => r.Entity == arn && Shares.Lives(r)))
            {
                share = share with { Resources = share.Resources.RemoveAll(r => r.Entity == arn).Add(New(call, arn)) };
            }
        }

        foreach (var account in Distinct(principals).Select(principal => CheckPrincipal(call, share, principal)))
        {
            if (!share.Principals.Any(p => p.Entity == account && Shares.Lives(p)))
            {
                share = share with
                {
                    Principals = share.Principals.RemoveAll(p => p.Entity == account).Add(New(call, account) with
                    {
                        Invitation = Invitations.Send(call, share, account),
                    }),
                };
            }
        }

        return share with { ChangedAt = call.Now };
    }

    /// <summary>A share with less in it; the caller puts it.</summary>
    /// <exception cref="Core.ServiceException">UnknownResourceException: it is not in the share.</exception>
    public static ShareRecord Remove(
        Call call, Scope owner, ShareRecord share, IReadOnlyList<string>? resources, IReadOnlyList<string>? principals)
    {
        var gone = Distinct(resources);
        var left = Distinct(principals);
        var stranger = gone.Find(arn => !share.Resources.Any(r => r.Entity == arn && Shares.Lives(r)))
            ?? left.Find(account => !share.Principals.Any(p => p.Entity == account && Shares.Lives(p)));
        if (stranger is not null)
        {
            throw Errors.Unknown($"Association of {stranger}");
        }

        foreach (var principal in share.Principals.Where(p => left.Contains(p.Entity) && Shares.Lives(p)))
        {
            Invitations.Withdraw(call, owner, principal);
        }

        ShareLoop.Continue(call, owner, share.Id);
        return share with
        {
            Resources = Shares.Move(
                share.Resources, r => gone.Contains(r.Entity) && Shares.Lives(r), Status.Disassociating, call.Now),
            Principals = Shares.Move(
                share.Principals, p => left.Contains(p.Entity) && Shares.Lives(p), Status.Disassociating, call.Now),
            ChangedAt = call.Now,
        };
    }

    private static AssociationRecord New(Call call, string entity) => new()
    {
        Entity = entity, Status = Status.Associating, CreatedAt = call.Now, ChangedAt = call.Now,
    };

    // Source: botocore model, ResourceShareLimitExceededException (100 a call).
    private static List<string> Distinct(IReadOnlyList<string>? given)
    {
        var all = (given ?? []).Distinct(StringComparer.Ordinal).ToList();
        return all.Count <= MostPerCall
            ? all
            : throw Errors.Limit($"A call can name up to {MostPerCall} resources or principals.");
    }

    // That an account cannot be in its own share is guessed.
    private static string CheckPrincipal(ReadCall call, ShareRecord share, string principal)
    {
        if (principal.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw principal.Contains(":organizations:", StringComparison.Ordinal)
                ? Errors.NotPermitted("Orrery serves no sharing with organizations or organizational units.")
                : Errors.NotServed($"sharing with {principal}: what can be shared here is shared with accounts");
        }

        if (!AccountNumber.Is(principal))
        {
            throw Errors.Invalid($"The principal {principal} is not an account.");
        }

        if (principal == call.Account)
        {
            throw Errors.Invalid($"The account {principal} owns the resource share.");
        }

        return share.AllowsExternal
            ? principal
            : throw Errors.NotPermitted(
                $"The resource share does not allow external principals, and {principal} is outside of the "
                + "organization.");
    }
}
