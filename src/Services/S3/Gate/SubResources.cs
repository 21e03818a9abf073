using Orrery.Wire.Requests;

namespace Orrery.Services.S3.Gate;

/// <summary>
/// Refuses requests whose query names something of a bucket or object that their operation is not about: S3 does not
/// take <c>DELETE /bucket?acl</c> for the removal of the bucket. What has which sub-resources is read from its model.
/// Sources: S3 API Reference, "Error responses", MethodNotAllowed; the texts of InvalidRequest as AWS gave them in
/// versity/versitygw (ErrGetUploadsWithKey, ErrVersionsWithKey); that others have the like is guessed, and so is the
/// text of two sub-resources at once.
/// </summary>
/// <param name="service">The service.</param>
internal sealed class SubResources(ServiceModel service)
{
    private const string OfKeys = "{Key+}?";

    private readonly HashSet<string> _all = [.. service.Operations.SelectMany(LiteralsOf)];
    private readonly HashSet<string> _ofKeys =
    [
        .. service.Operations.Where(static operation => operation.Uri.Contains(OfKeys, StringComparison.Ordinal))
            .SelectMany(LiteralsOf),
    ];

    /// <summary>Refuses what the operation is not about.</summary>
    /// <exception cref="ServiceException">MethodNotAllowed, InvalidRequest, InvalidArgument.</exception>
    public void Check(WireRequest request, Admission admission)
    {
        if (request.RawQuery.Length == 0) return;
        var operation = admission.Operation!;
        foreach (var (name, _) in request.Query.AsSpan())
        {
            if (_all.Contains(name) && !IsAbout(operation, name))
                throw Refusal(operation, name, hasKey: admission.Label("Key") is not null);
        }
    }

    private ServiceException Refusal(OperationModel operation, string name, bool hasKey)
    {
        if (LiteralsOf(operation).FirstOrDefault() is { } own) return Errors.InvalidArgument(
            $"Conflicting query string parameters: {own}, {name}", "ResourceType", own);
        if (hasKey && operation.Method == "GET" && name == "uploads")
            return Errors.InvalidRequest("Key is not expected for the GET method ?uploads subresource");
        return hasKey && !_ofKeys.Contains(name)
            ? Errors.InvalidRequest($"There is no such thing as the ?{name} sub-resource for a key")
            : Errors.MethodNotAllowed();
    }

    private static bool IsAbout(OperationModel operation, string name)
    {
        var query = operation.Uri.AsSpan(operation.Uri.IndexOf('?', StringComparison.Ordinal) + 1);
        foreach (var literal in query.Split('&'))
            if (query[literal].SequenceEqual(name)) return true;
        return false;
    }

    // Those with a value tell operations apart, and are of nothing: list-type=2.
    private static IEnumerable<string> LiteralsOf(OperationModel operation)
    {
        var mark = operation.Uri.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? [] : operation.Uri[(mark + 1)..].Split('&')
            .Where(static literal => !literal.Contains('=', StringComparison.Ordinal));
    }
}
