using System.Text;
using Orrery.Core;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Messages as AWS's documentation prints them, read and written word for word.</summary>
public sealed class GoldenTests
{
    private const string Id = "59dbff89-35bd-4eac-99ed-be587EXAMPLE";

    // EC2 API Reference, "Making requests", and CreateTags, Examples.
    [Fact]
    public void Ec2_reads_numbered_lists_and_the_envelope_of_a_signed_query()
    {
        const string Form = "Action=CreateTags&ResourceId.1=ami-1a2b3c4d&ResourceId.2=i-1234567890abcdef0"
            + "&Tag.1.Key=webserver&Tag.1.Value=&Tag.2.Key=stack&Tag.2.Value=Production&Version=2016-11-15"
            + "&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00";
        var read = Read("ec2", "CreateTags", Message("POST", "/", Form));
        Assert.Equal(
            "\nResources: \n - ami-1a2b3c4d\n - i-1234567890abcdef0"
            + "\nTags: \n - \n  Key: webserver\n  Value: \n - \n  Key: stack\n  Value: Production",
            read);
    }

    // EC2 API Reference, CreateVpc, Example 1.
    [Fact]
    public void Ec2_writes_results_in_the_namespace_of_its_version()
    {
        var written = Write("ec2", "CreateVpc", ("Vpc", new (string, object)[]
        {
            ("VpcId", "vpc-1a2b3c4d"), ("State", "pending"), ("CidrBlock", "10.0.0.0/16"),
            ("Tags", Array.Empty<object>()), ("IsDefault", false),
        }));
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<CreateVpcResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>" + Id + "</requestId>"
            + "<vpc><isDefault>false</isDefault><tagSet></tagSet><vpcId>vpc-1a2b3c4d</vpcId><state>pending</state>"
            + "<cidrBlock>10.0.0.0/16</cidrBlock></vpc></CreateVpcResponse>",
            written);
    }

    // EC2 API Reference, "Troubleshooting API request errors".
    [Fact]
    public void Ec2_errors_stand_in_Response_Errors_Error() => Assert.Equal(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Errors><Error><Code>InvalidInstanceID.Malformed</Code>"
        + "<Message>Invalid id: &quot;1343124&quot;</Message></Error></Errors><RequestID>" + Id
        + "</RequestID></Response>",
        Error("ec2", "DescribeInstances",
            new ServiceException("InvalidInstanceID.Malformed", "Invalid id: \"1343124\"")));

    // STS API Reference, GetCallerIdentity, Examples.
    [Fact]
    public void Query_results_stand_in_a_wrapper_with_the_request_id_behind() => Assert.Equal(
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
        + "<UserId>AIDASAMPLEUSERID</UserId><Account>123456789012</Account>"
        + "<Arn>arn:aws:iam::123456789012:user/Alice</Arn></GetCallerIdentityResult>"
        + "<ResponseMetadata><RequestId>" + Id + "</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
        Write("sts", "GetCallerIdentity", ("UserId", "AIDASAMPLEUSERID"), ("Account", "123456789012"),
            ("Arn", "arn:aws:iam::123456789012:user/Alice")));

    // IAM API Reference, "Common errors" and CreateUser: EntityAlreadyExists is 409.
    [Fact]
    public void Query_errors_carry_the_code_of_the_model_and_its_status()
    {
        var response = Refuse("iam", "CreateUser", new ServiceException("EntityAlreadyExistsException", "It exists."));
        Assert.Equal(409, response.Status);
        Assert.Equal(
            "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>"
            + "<Code>EntityAlreadyExists</Code><Message>It exists.</Message></Error><RequestId>" + Id
            + "</RequestId></ErrorResponse>",
            Text(response.Body));
    }

    // RDS API Reference, DescribeDBInstances: Filters.Filter.1.Values.Value.1.
    [Fact]
    public void Query_lists_are_numbered_below_the_name_of_their_elements() => Assert.Equal(
        "\nFilters: \n - \n  Name: engine\n  Values: \n   - postgres",
        Read("rds", "DescribeDBInstances", Message(
            "POST",
            "/",
            "Action=DescribeDBInstances&Filters.Filter.1.Name=engine&Filters.Filter.1.Values.Value.1=postgres")));

    // DynamoDB API Reference, GetItem, Examples.
    [Fact]
    public void Json_reads_unions_within_maps() => Assert.Equal(
        "\nTableName: Thread\nKey: \n ForumName => \n  S: Amazon DynamoDB\n Id => \n  N: 7\nConsistentRead: True",
        Read("dynamodb", "GetItem", Message("POST", "/", """
            {"TableName":"Thread","Key":{"ForumName":{"S":"Amazon DynamoDB"},"Id":{"N":"7"}},"ConsistentRead":true}
            """)));

    // AWS KMS API Reference, DescribeKey: instants are seconds since 1970.
    [Fact]
    public void Json_instants_are_seconds_with_a_fraction_where_there_is_one() => Assert.Equal(
        """{"KeyMetadata":{"KeyId":"1234abcd","CreationDate":1499988169.234,"DeletionDate":1500000000}}""",
        Write("kms", "DescribeKey", ("KeyMetadata", new (string, object)[]
        {
            ("KeyId", "1234abcd"), ("CreationDate", DateTimeOffset.FromUnixTimeMilliseconds(1499988169234)),
            ("DeletionDate", DateTimeOffset.FromUnixTimeSeconds(1500000000)),
        })));

    // Smithy, "aws.protocols#awsQueryCompatible trait"; Amazon SQS API Reference, "QueueDoesNotExist".
    [Fact]
    public void A_service_that_spoke_query_repeats_the_old_code_in_a_header()
    {
        var response = Refuse("sqs", "SendMessage", new ServiceException("QueueDoesNotExist", "No such queue."));
        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue;Sender", response.Headers.Get("x-amzn-query-error"));
        Assert.Equal("""{"__type":"QueueDoesNotExist","message":"No such queue."}""", Text(response.Body));
    }

    // AWS Lambda API Reference, AddPermission and Invoke: path, query string, headers, JSON body.
    [Fact]
    public void Rest_json_gathers_path_query_string_and_body() => Assert.Equal(
        "\nFunctionName: my-function\nStatementId: s3\nAction: lambda:InvokeFunction\nPrincipal: s3.amazonaws.com"
        + "\nQualifier: 2",
        Read("lambda", "AddPermission", Message(
            "POST", "/2015-03-31/functions/my-function/policy?Qualifier=2",
            """{"StatementId":"s3","Action":"lambda:InvokeFunction","Principal":"s3.amazonaws.com"}"""),
            new PathLabel("FunctionName", "my-function")));

    // AWS Lambda API Reference, GetFunction, Errors: the type travels in a header.
    [Fact]
    public void Rest_json_errors_name_their_type_in_a_header()
    {
        var response = Refuse("lambda", "GetFunction", new ServiceException("ResourceNotFoundException", "None."));
        Assert.Equal((404, "ResourceNotFoundException"), (response.Status, response.Headers.Get("x-amzn-errortype")));
    }

    // Route 53 API Reference, ChangeResourceRecordSets, Examples.
    [Fact]
    public void Rest_xml_reads_a_document_with_the_label_of_the_path() => Assert.Equal(
        "\nHostedZoneId: Z1PA6795UKMFR9\nChangeBatch: \n Changes: \n  - \n   Action: CREATE\n   ResourceRecordSet: "
        + "\n    Name: example.com\n    Type: A\n    TTL: 300\n    ResourceRecords: \n     - \n      Value: 192.0.2.44",
        Read("route53", "ChangeResourceRecordSets", Message(
            "POST", "/2013-04-01/hostedzone/Z1PA6795UKMFR9/rrset/",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<ChangeResourceRecordSetsRequest xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ChangeBatch>"
            + "<Changes><Change><Action>CREATE</Action><ResourceRecordSet><Name>example.com</Name><Type>A</Type>"
            + "<TTL>300</TTL>"
            + "<ResourceRecords><ResourceRecord><Value>192.0.2.44</Value></ResourceRecord></ResourceRecords>"
            + "</ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>"),
            new PathLabel("Id", "Z1PA6795UKMFR9")));

    // Amazon S3 API Reference, ListBuckets, Response Syntax.
    [Fact]
    public void S3_names_the_root_of_a_result_as_its_documentation_does() => Assert.Equal(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<ListAllMyBucketsResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Buckets><Bucket>"
        + "<Name>amzn-s3-demo-bucket</Name><CreationDate>2019-12-11T23:32:47Z</CreationDate></Bucket></Buckets>"
        + "</ListAllMyBucketsResult>",
        Write("s3", "ListBuckets", ("Buckets", new object[]
        {
            new (string, object)[]
            {
                ("Name", "amzn-s3-demo-bucket"),
                ("CreationDate", new DateTimeOffset(2019, 12, 11, 23, 32, 47, default)),
            },
        })));

    // Amazon S3 API Reference, GetBucketLocation, Response Syntax.
    [Fact]
    public void S3_answers_a_bucket_s_location_as_the_root_itself() => Assert.Equal(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">eu-central-1</LocationConstraint>",
        Write("s3", "GetBucketLocation", ("LocationConstraint", "eu-central-1")));

    [Fact]
    public void S3_answers_no_location_as_an_empty_root() => Assert.Equal(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"></LocationConstraint>",
        Write("s3", "GetBucketLocation"));

    // Amazon S3 API Reference, "Error responses".
    [Fact]
    public void S3_errors_have_no_wrapper() => Assert.StartsWith(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code>"
        + "<Message>The resource you requested does not exist</Message><RequestId>" + Id + "</RequestId><HostId>",
        Error("s3", "GetObject", new ServiceException("NoSuchKey", "The resource you requested does not exist", 404)));

    // RFC 8949, 3.1 to 3.4: bf..ff an indefinite map, 6.. texts, 1a a 32-bit integer, c1 a tag, fb a 64-bit float.
    [Fact]
    public void Cbor_is_read_and_written_byte_for_byte()
    {
        var service = JsonModelStore.Service("cloudwatch");
        var operation = service.Operation("DescribeAlarms");
        var codec = ProtocolCodec.Of(WireProtocol.RpcV2Cbor);
        var value = Dynamic.Of(operation.Input, ("AlarmNames", new object[] { "a" }), ("MaxRecords", 24));
        var request = codec.WriteRequest(operation, value);
        Assert.Equal("/service/GraniteServiceVersion20100801/operation/DescribeAlarms", request.RawPath);
        Assert.Equal(
            "BF" + "6A416C61726D4E616D6573" + "816161" + "6A4D61785265636F726473" + "1818" + "FF",
            Convert.ToHexString(request.Body.Bytes.Span));
        var read = codec.ReadRequest(operation, request, [], r => DynamicShape.Read(r, operation.Input));
        Assert.Equal(Canonical.Of(value), Canonical.Of(read));
    }

    private static OperationSchema Operation(string model, string name) =>
        JsonModelStore.Service(model).Operation(name);

    private static ProtocolCodec Codec(OperationSchema operation) => ProtocolCodec.Of(operation.Service.Protocols[0]);

    private static string Read(string model, string name, WireRequest request, params PathLabel[] labels)
    {
        var operation = Operation(model, name);
        return Canonical.Of(Codec(operation)
            .ReadRequest(operation, request, labels, r => DynamicShape.Read(r, operation.Input)));
    }

    private static string Write(string model, string name, params (string, object)[] members)
    {
        var operation = Operation(model, name);
        return Text(Codec(operation).WriteResult(operation, Dynamic.Of(operation.Output, members), Id).Body);
    }

    private static WireResponse Refuse(string model, string name, ServiceException error)
    {
        var operation = Operation(model, name);
        return Codec(operation).WriteError(operation.Service, operation, error, Id);
    }

    private static string Error(string model, string name, ServiceException error) =>
        Text(Refuse(model, name, error).Body);

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static WireRequest Message(string method, string target, string body) => new()
    {
        Method = method,
        RawPath = target.Split('?')[0],
        RawQuery = target.Contains('?') ? target.Split('?')[1] : "",
        Headers = [],
        Body = new WireBody(Encoding.UTF8.GetBytes(body)),
    };
}
