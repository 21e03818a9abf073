using System.Text.RegularExpressions;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>The obvious route matcher: each template as a regular expression, the most particular wins.</summary>
internal static class SlowRoutes
{
    public static string? Find(OperationModel[] operations, WireRequest request) => operations
        .Where(o => o.Method == request.Method && Matches(o, request))
        .OrderBy(Order, StringComparer.Ordinal)
        .ThenByDescending(o => Query(o).Length)
        .FirstOrDefault()?.Name;

    private static bool Matches(OperationModel operation, WireRequest request)
    {
        var path = operation.Uri.Split('?')[0].TrimEnd('/');
        var pattern = Regex.Replace(
            path, @"\{\w+\+?\}", m => m.Value.EndsWith("+}", StringComparison.Ordinal) ? ".+" : "[^/]+");
        // A greedy label at the end takes the path's last slash with it.
        var end = path.EndsWith("+}", StringComparison.Ordinal) ? "$" : "/?$";
        return Regex.IsMatch(request.RawPath, $"^{pattern}{end}")
            && Query(operation).All(q => q.Contains('=') ? request.RawQuery == q : request.Query.Contains(q));
    }

    private static string[] Query(OperationModel operation) => [.. operation.Uri.Split('?').Skip(1)];

    // Segment by segment: literal before label before greedy; what goes on before what ends.
    private static string Order(OperationModel operation) => string.Concat(operation.Uri.Split('?')[0]
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(s => s.EndsWith("+}", StringComparison.Ordinal) ? '3' : s.StartsWith('{') ? '2' : '1')) + '9';
}
