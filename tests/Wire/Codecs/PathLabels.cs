using System.Text.RegularExpressions;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Takes the labels out of a path as routing does, by one obvious regular expression.</summary>
internal static class PathLabels
{
    public static IReadOnlyList<PathLabel> Of(OperationSchema operation, WireRequest request)
    {
        var template = operation.UriTemplate.Split('?')[0];
        var pattern = Regex.Replace(Regex.Escape(template), @"\\\{(\w+)(\\\+)?}", m =>
            $"(?<{m.Groups[1].Value}>{(m.Groups[2].Success ? ".+" : "[^/]+")})");
        var match = Regex.Match(request.RawPath, $"^{pattern}$");
        Assert.True(match.Success, $"{request.RawPath} does not fit {template}");
        return [.. match.Groups.Values.Where(g => !char.IsAsciiDigit(g.Name[0]))
            .Select(g => new PathLabel(g.Name, Uri.UnescapeDataString(g.Value)))];
    }
}
