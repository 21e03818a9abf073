using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Account;

/// <summary>Gives the account an alias, in place of the one it had. No two accounts have the same.</summary>
public sealed class CreateAccountAlias : IWriteOperation<CreateAccountAliasRequest, CreateAccountAliasResult>
{
    /// <inheritdoc/>
    public CreateAccountAliasResult Run(CreateAccountAliasRequest request, Call call)
    {
        var aliases = call.Write(Tables.Aliases, Scope.World);
        var alias = new IamKey(request.AccountAlias!);
        var account = Home.Account(call);
        if (aliases.Find(alias) is { } taken && taken.Account != call.Account)
            throw Errors.Exists($"The account alias {alias} already exists.");
        if (account.Alias is { } old) aliases.Remove(new(old));
        aliases.Put(new(alias, call.Account));
        call.Ours(Tables.Accounts).Put(account with { Alias = alias.Value });
        return new();
    }
}
