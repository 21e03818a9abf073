using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>Takes back what passwords must be: AWS's default holds again.</summary>
public sealed class DeleteAccountPasswordPolicy
    : IWriteOperation<DeleteAccountPasswordPolicyRequest, DeleteAccountPasswordPolicyResult>
{
    /// <inheritdoc/>
    public DeleteAccountPasswordPolicyResult Run(DeleteAccountPasswordPolicyRequest request, Call call)
    {
        var account = Home.Account(call);
        if (account.PasswordRules is null)
            throw Errors.NoSuchEntity("The account policy with name PasswordPolicy cannot be found.");
        call.Ours(Tables.Accounts).Put(account with { PasswordRules = null });
        return new();
    }
}
