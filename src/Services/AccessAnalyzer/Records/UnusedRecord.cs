using System.Globalization;

namespace Orrery.Services.AccessAnalyzer.Records;

/// <summary>A service that a principal may use and does not, or actions of one that it uses.</summary>
/// <param name="Service">The service's namespace.</param>
/// <param name="Actions">The actions that it does not use; none where it does not use the service.</param>
/// <param name="LastAccessed">When it used the service last.</param>
internal sealed record UnusedRecord(string Service, IReadOnlyList<string> Actions, DateTimeOffset? LastAccessed)
{
    /// <summary>All of it in one text.</summary>
    public string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Service} {string.Join(',', Actions)} {LastAccessed:O}");
}
