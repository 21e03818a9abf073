using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>Takes the alias of the account away.</summary>
public sealed class DeleteAccountAlias : IWriteOperation<DeleteAccountAliasRequest, DeleteAccountAliasResult>
{
    /// <inheritdoc/>
    public DeleteAccountAliasResult Run(DeleteAccountAliasRequest request, Call call)
    {
        var account = Home.Account(call);
        if (account.Alias is null || account.Alias != request.AccountAlias)
            throw Errors.NoSuchEntity($"The account alias {request.AccountAlias} cannot be found.");
        call.Write(Tables.Aliases, Scope.World).Remove(new(account.Alias));
        call.Ours(Tables.Accounts).Put(account with { Alias = null });
        return new();
    }
}
