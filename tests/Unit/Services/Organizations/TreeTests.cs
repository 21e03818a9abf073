using Orrery.Kernel.Calls;
using Orrery.Services.Organizations.Operations.Accounts;
using Orrery.Services.Organizations.Operations.Delegation;
using Orrery.Services.Organizations.Operations.Organization;
using Orrery.Services.Organizations.Operations.Roots;
using Orrery.Services.Organizations.Operations.Tags;
using Orrery.Services.Organizations.Operations.Units;
using Orrery.Wire.Generated.Organizations;

namespace Orrery.Tests.Unit.Services.Organizations;

/// <summary>Organizations, units and accounts.</summary>
public sealed class TreeTests
{
    [Fact]
    public void An_account_is_in_one_organization_and_others_in_none()
    {
        var company = new Company();
        var shown = company.Rig.Run(new DescribeOrganization(), new()).Organization!;
        Assert.Equal(Company.Management, shown.MasterAccountId);
        Assert.Matches("^o-[a-z0-9]{10}$", shown.Id);
        Assert.Equal("AlreadyInOrganizationException", company.Rig.Refused(new CreateOrganization(), new()));
        var stranger = company.Rig.In("us-east-1", "111122223333");
        Assert.Equal("AWSOrganizationsNotInUseException", stranger.Refused(new DescribeOrganization(), new()));
        Assert.Equal("AWSOrganizationsNotInUseException", stranger.Refused(new ListAccounts(), new()));
    }

    [Fact]
    public void An_account_comes_after_a_while_and_cannot_manage()
    {
        var company = new Company(Delays.Aws);
        var wish = company.Rig.Run(new CreateAccount(), new() { AccountName = "dev", Email = "dev@example.com" })
            .CreateAccountStatus!;
        Assert.Equal(CreateAccountState.InProgress, wish.State);
        Assert.Null(company.StatusOf(wish.Id!).AccountId);
        company.Rig.Advance(TimeSpan.FromMinutes(5));
        var done = company.StatusOf(wish.Id!);
        Assert.Equal(CreateAccountState.Succeeded, done.State);
        Assert.Equal("dev", company.Rig.Run(new DescribeAccount(), new() { AccountId = done.AccountId }).Account!.Name);
        Assert.Equal(
            company.Root,
            company.Rig.Run(new ListParents(), new() { ChildId = done.AccountId }).Parents!.Single().Id);
        var member = company.Rig.In("us-east-1", done.AccountId);
        Assert.Equal(
            Company.Management, member.Run(new DescribeOrganization(), new()).Organization!.MasterAccountId);
        Assert.Equal("AccessDeniedException", member.Refused(new ListAccounts(), new()));
        Assert.Equal("AccessDeniedException", member.Refused(new DeleteOrganization(), new()));
        Assert.Single(company.Rig.Run(new ListCreateAccountStatus(), new()).CreateAccountStatuses!);
    }

    [Fact]
    public void An_address_is_used_once_and_the_quota_holds()
    {
        var company = new Company(accounts: 3);
        company.Account("dev");
        var twin = company.Rig.Run(new CreateAccount(), new() { AccountName = "two", Email = "dev@example.com" });
        var status = company.StatusOf(twin.CreateAccountStatus!.Id!);
        Assert.Equal(
            (CreateAccountState.Failed, CreateAccountFailureReason.EmailAlreadyExists),
            (status.State, status.FailureReason));
        company.Account("prod");
        Assert.Equal(
            "ConstraintViolationException",
            company.Rig.Refused(new CreateAccount(), new() { AccountName = "x", Email = "x@example.com" }));
    }

    [Fact]
    public void Units_nest_five_deep_and_have_names_of_their_own()
    {
        var company = new Company();
        var unit = company.Unit("1");
        Assert.Equal(
            "DuplicateOrganizationalUnitException",
            company.Rig.Refused(new CreateOrganizationalUnit(), new() { Name = "1", ParentId = company.Root }));
        for (var depth = 2; depth <= 5; depth++) unit = company.Unit($"{depth}", unit);
        Assert.Equal(
            "ConstraintViolationException",
            company.Rig.Refused(new CreateOrganizationalUnit(), new() { Name = "6", ParentId = unit }));
        var renamed = company.Rig.Run(
            new UpdateOrganizationalUnit(), new() { OrganizationalUnitId = unit, Name = "e" });
        Assert.Equal("e", renamed.OrganizationalUnit!.Name);
        Assert.Equal(
            "e",
            company.Rig.Run(new DescribeOrganizationalUnit(), new() { OrganizationalUnitId = unit })
                .OrganizationalUnit!.Name);
        Assert.Single(
            company.Rig.Run(new ListOrganizationalUnitsForParent(), new() { ParentId = company.Root })
                .OrganizationalUnits!);
        company.Rig.Run(new DeleteOrganizationalUnit(), new() { OrganizationalUnitId = unit });
        Assert.Equal(
            "OrganizationalUnitNotFoundException",
            company.Rig.Refused(new DeleteOrganizationalUnit(), new() { OrganizationalUnitId = unit }));
    }

    [Fact]
    public void An_account_moves_and_a_unit_with_accounts_stays()
    {
        var company = new Company();
        var (unit, account) = (company.Unit("dev"), company.Account("dev"));
        var move = new MoveAccountRequest
        {
            AccountId = account, SourceParentId = company.Root, DestinationParentId = unit,
        };
        company.Rig.Run(new MoveAccount(), move);
        Assert.Equal("DuplicateAccountException", company.Rig.Refused(new MoveAccount(), move));
        Assert.Single(company.Rig.Run(new ListAccountsForParent(), new() { ParentId = unit }).Accounts!);
        Assert.Single(
            company.Rig.Run(new ListChildren(), new() { ParentId = unit, ChildType = ChildType.Account }).Children!);
        Assert.Equal(
            "OrganizationalUnitNotEmptyException",
            company.Rig.Refused(new DeleteOrganizationalUnit(), new() { OrganizationalUnitId = unit }));
        Assert.Equal(
            "ParentNotFoundException", company.Rig.Refused(new ListAccountsForParent(), new() { ParentId = account }));
    }

    [Fact]
    public void An_account_leaves_after_four_days_and_the_last_one_turns_off_the_light()
    {
        var company = new Company();
        var (first, second) = (company.Account("dev"), company.Account("prod"));
        Assert.Equal(
            "ConstraintViolationException",
            company.Rig.Refused(new RemoveAccountFromOrganization(), new() { AccountId = first }));
        Assert.Equal("OrganizationNotEmptyException", company.Rig.Refused(new DeleteOrganization(), new()));
        company.Rig.Advance(TimeSpan.FromDays(4));
        company.Rig.Run(new RemoveAccountFromOrganization(), new() { AccountId = first });
        company.Rig.In("us-east-1", second).Run(new LeaveOrganization(), new());
        Assert.Equal("MasterCannotLeaveOrganizationException", company.Rig.Refused(new LeaveOrganization(), new()));
        company.Rig.Run(new DeleteOrganization(), new());
        Assert.Equal("AWSOrganizationsNotInUseException", company.Rig.Refused(new ListRoots(), new()));
        company.Rig.Run(new CreateOrganization(), new());
    }

    [Fact]
    public void A_closed_account_is_suspended_and_gone_after_ninety_days()
    {
        var company = new Company(Delays.Aws);
        var asked = company.Rig.Run(new CreateAccount(), new() { AccountName = "a", Email = "a@example.com" });
        company.Rig.Advance(TimeSpan.FromMinutes(5));
        var account = company.StatusOf(asked.CreateAccountStatus!.Id!).AccountId!;
        company.Rig.Run(new CloseAccount(), new() { AccountId = account });
        AccountStatus? Status() =>
            company.Rig.Run(new DescribeAccount(), new() { AccountId = account }).Account!.Status;
        Assert.Equal(AccountStatus.PendingClosure, Status());
        Assert.Equal("ConflictException", company.Rig.Refused(new CloseAccount(), new() { AccountId = account }));
        company.Rig.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(AccountStatus.Suspended, Status());
        Assert.Equal(
            "AccountAlreadyClosedException", company.Rig.Refused(new CloseAccount(), new() { AccountId = account }));
        company.Rig.Advance(TimeSpan.FromDays(90));
        Assert.Equal(
            "AccountNotFoundException", company.Rig.Refused(new DescribeAccount(), new() { AccountId = account }));
    }

    [Fact]
    public void An_account_administers_a_service_that_was_let_in()
    {
        var company = new Company();
        var account = company.Account("audit");
        var wish = new RegisterDelegatedAdministratorRequest
        {
            AccountId = account, ServicePrincipal = "access-analyzer.amazonaws.com",
        };
        Assert.Equal(
            "ConstraintViolationException", company.Rig.Refused(new RegisterDelegatedAdministrator(), wish));
        foreach (var none in (string[])["nosuch", "no such.amazonaws.com", ".amazonaws.com", "a..amazonaws.com"])
        {
            Assert.Equal("InvalidInputException", company.Rig.Refused(
                new EnableAWSServiceAccess(), new() { ServicePrincipal = none }));
        }

        company.Rig.Run(new EnableAWSServiceAccess(), new() { ServicePrincipal = wish.ServicePrincipal });
        Assert.Single(
            company.Rig.Run(new ListAWSServiceAccessForOrganization(), new()).EnabledServicePrincipals!);
        company.Rig.Run(new RegisterDelegatedAdministrator(), wish);
        Assert.Equal(
            "AccountAlreadyRegisteredException", company.Rig.Refused(new RegisterDelegatedAdministrator(), wish));
        Assert.Equal(
            account,
            company.Rig.Run(new ListDelegatedAdministrators(), new()).DelegatedAdministrators!.Single().Id);
        Assert.Single(
            company.Rig.Run(new ListDelegatedServicesForAccount(), new() { AccountId = account }).DelegatedServices!);
        Assert.Equal(2, company.Rig.In("us-east-1", account).Run(new ListAccounts(), new()).Accounts!.Count);
        Assert.Equal(
            "ConstraintViolationException",
            company.Rig.Refused(new DisableAWSServiceAccess(), new() { ServicePrincipal = wish.ServicePrincipal }));
        company.Rig.Run(
            new DeregisterDelegatedAdministrator(),
            new() { AccountId = account, ServicePrincipal = wish.ServicePrincipal });
        company.Rig.Run(new DisableAWSServiceAccess(), new() { ServicePrincipal = wish.ServicePrincipal });
        Assert.Equal(
            "AccessDeniedException", company.Rig.In("us-east-1", account).Refused(new ListAccounts(), new()));
    }

    [Fact]
    public void Roots_units_accounts_and_policies_have_tags()
    {
        var company = new Company();
        foreach (var id in (string[])[company.Root, company.Unit("a"), company.Account("a"), company.Policy("a")])
        {
            company.Rig.Run(new TagResource(), new() { ResourceId = id, Tags = [new() { Key = "k", Value = "v" }] });
            var listed = company.Rig.Run(new ListTagsForResource(), new() { ResourceId = id });
            Assert.Equal("v", listed.Tags!.Single().Value);
            company.Rig.Run(new UntagResource(), new() { ResourceId = id, TagKeys = ["k"] });
            Assert.Empty(company.Rig.Run(new ListTagsForResource(), new() { ResourceId = id }).Tags!);
        }

        Assert.Equal(
            "TargetNotFoundException",
            company.Rig.Refused(new ListTagsForResource(), new() { ResourceId = "ou-none-00000000" }));
    }
}
