using Orrery.Contracts.Identity;

namespace Orrery.Services.Organizations.Loops;

/// <summary>Makes the accounts that were asked for. Its timers are in the scope of the new account.</summary>
internal sealed class AccountLoop : ITimerHandler
{
    /// <summary>The kind of its timers.</summary>
    public const string Timer = "organizations.create-account";

    /// <summary>How long that takes: AWS says some minutes (guessed).</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Kind => Timer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.All(Tables.Creations).Find(new(subject)) is not { State: CreateAccountState.InProgress } wish
            || call.All(Tables.Organizations).Find(new(wish.Organization)) is not { } organization)
        {
            return;
        }

        if (call.All(Tables.Nodes).HasAny(Tables.NodesByEmail, wish.Email))
        {
            call.Keep(Tables.Creations).Put(wish with
            {
                State = CreateAccountState.Failed,
                DoneAt = call.Now,
                Failure = CreateAccountFailureReason.EmailAlreadyExists,
            });
            return;
        }

        var account = wish.Account;
        Nodes.Add(call, organization, new()
        {
            Id = new(account), Kind = NodeKind.Account, Organization = wish.Organization, Parent = organization.Root,
            Name = wish.Name, Email = wish.Email, Tags = wish.Tags, Since = call.Now,
        });
        call.FindPort<IAccountRoles>()?.Make(call, account, wish.RoleName, organization.Management);
        call.Keep(Tables.Creations).Put(wish with
        {
            State = CreateAccountState.Succeeded, DoneAt = call.Now,
        });
    }
}
