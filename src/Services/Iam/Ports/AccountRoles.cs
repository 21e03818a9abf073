using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Ports;

/// <summary>
/// The role of a new account of an organization. Source: Organizations User Guide, "Accessing member accounts"; that
/// AdministratorAccess is attached to it is guessed: the guide says full administrative permissions.
/// </summary>
internal sealed class AccountRoles : IAccountRoles
{
    private const string AllPolicy = "arn:aws:iam::aws:policy/AdministratorAccess";

    /// <inheritdoc/>
    public void Make(Call call, string account, string role, string management)
    {
        RootLogin.Begin(call, account, management);
        call.Write(Tables.Roles, Scope.Global(account)).Put(new()
        {
            Name = role,
            Path = Arns.NoPath,
            Id = UniqueIds.New(call, "AROA"),
            Arn = Arns.Of(account, "role", Arns.NoPath, role),
            CreatedAt = call.Now,
            Trust = TrustOf(management),
            Attached = [AllPolicy],
        });
    }

    private static string TrustOf(string account) =>
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
        + Caller.Root(account).Arn + "\"},\"Action\":\"sts:AssumeRole\"}]}";
}
