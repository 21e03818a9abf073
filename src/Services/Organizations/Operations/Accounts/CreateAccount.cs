using Orrery.Contracts;
using Orrery.Operations.Tagging;
using Orrery.Services.Organizations.Loops;

namespace Orrery.Services.Organizations.Operations.Accounts;

/// <summary>
/// Asks for an account; it comes after a while, with a role by which the management account enters it. Refused:
/// <c>IamUserAccessToBilling</c>, which matters to bills alone.
/// </summary>
public sealed class CreateAccount : IWriteOperation<CreateAccountRequest, CreateAccountResult>
{
    /// <inheritdoc/>
    public CreateAccountResult Run(CreateAccountRequest request, Call call)
    {
        var organization = Realm.Managed(call);
        call.Hold(
            OrganizationQuotas.Accounts,
            Nodes.Of(call, organization).Count(n => n.Kind == NodeKind.Account)
                + call.All(Tables.Creations).By(Tables.CreationsByOrganization, organization.Id.Value)
                    .Count(c => c.State == CreateAccountState.InProgress),
            limit => Errors.Constraint(
                "ACCOUNT_NUMBER_LIMIT_EXCEEDED",
                $"You have exceeded the limit of {limit} accounts in an organization."));
        if (request.IamUserAccessToBilling is not null) throw Errors.NotServed("IamUserAccessToBilling");
        var wish = new CreationRecord
        {
            Id = OrgIds.New(call, "car-", 32),
            Organization = organization.Id.Value,
            Name = request.AccountName!,
            Email = request.Email!,
            RoleName = request.RoleName ?? "OrganizationAccountAccessRole",
            Tags = OrgTags.With(TagSet.Empty, request.Tags),
            At = call.Now,
            Account = OrgIds.Account(call, request.Email!),
        };
        call.Keep(Tables.Creations).Put(wish);
        call.Settle(AccountLoop.Timer, AccountLoop.Time, wish.Id.Value, Scope.Global(wish.Account));
        return new() { CreateAccountStatus = Show.Of(wish) };
    }
}
