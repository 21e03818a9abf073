namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>After how many days access counts as unused. Source: API Reference, UnusedAccessConfiguration: 1 to 365.
/// </summary>
internal static class UnusedDays
{
    private const int Most = 365;

    /// <summary>What a request says, else what is.</summary>
    /// <exception cref="ServiceException">ValidationException; exclusions are refused.</exception>
    public static int Of(AnalyzerConfiguration? configuration, int standard = 90)
    {
        if (configuration?.UnusedAccess?.AnalysisRule is not null)
            throw Errors.NotServed("configuration.unusedAccess.analysisRule");
        return configuration?.UnusedAccess?.UnusedAccessAge switch
        {
            null => standard,
            >= 1 and <= Most and var days => days,
            _ => throw Errors.Validation($"unusedAccessAge has to be from 1 to {Most}."),
        };
    }
}
