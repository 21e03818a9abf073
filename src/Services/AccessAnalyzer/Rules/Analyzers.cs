using Orrery.Contracts.Identity;
using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>Analyzers and their zones of trust.</summary>
internal static class Analyzers
{
    private const string Principal = "access-analyzer.amazonaws.com";

    /// <summary>The ARN of one.</summary>
    public static string Arn(ReadCall call, string name) =>
        $"arn:aws:access-analyzer:{call.Region}:{call.Account}:analyzer/{name}";

    /// <summary>One by name.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException.</exception>
    public static AnalyzerRecord Named(ReadCall call, string? name) =>
        call.Read(Tables.Analyzers).Find(new(name!)) ?? throw Errors.NotFound($"Analyzer {name}");

    /// <summary>One by ARN.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException.</exception>
    public static AnalyzerRecord Get(ReadCall call, string? arn)
    {
        var name = arn![(arn!.LastIndexOf('/') + 1)..];
        return arn == Arn(call, name) ? Named(call, name) : throw Errors.NotFound($"Analyzer {arn}");
    }

    /// <summary>Whether one looks for access from outside; else for access that nobody uses.</summary>
    public static bool IsExternal(AnalyzerRecord analyzer) => analyzer.Type is Type.Account or Type.Organization;

    /// <summary>The accounts that one looks at.</summary>
    public static IReadOnlyList<string> Accounts(ReadCall call, AnalyzerRecord analyzer) =>
        analyzer.Type is Type.Organization or Type.OrganizationUnusedAccess
        && OrganizationOf(call) is { } organization
            ? call.Port<IOrganizations>().Accounts(call, organization)
            : [call.Account];

    /// <summary>The organization that the account may look at; null where it is in none.</summary>
    public static string? OrganizationOf(ReadCall call) => call.FindPort<IOrganizations>()?.Of(call, call.Account)?.Id;

    /// <summary>Refuses an analyzer of an organization that is not the account's to look at.</summary>
    /// <exception cref="ServiceException">ValidationException, AccessDeniedException.</exception>
    public static void RefuseStranger(ReadCall call)
    {
        if (call.FindPort<IOrganizations>()?.Of(call, call.Account) is not { } facts)
            throw Errors.Validation("The account is not a member of an organization.");
        if (facts.Management != call.Account && !facts.Administers.Contains(Principal))
        {
            throw Errors.Denied(
                "Only the management account or a delegated administrator can analyze the organization.");
        }
    }
}
