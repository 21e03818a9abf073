using Orrery.Services.Sqs.Operations.MoveTasks;
using Orrery.Services.Sqs.Operations.Permissions;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Services.Sqs.Operations.Tags;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Tests.Unit.Services.Sqs;

public sealed class QueueTests
{
    private readonly Desk _desk = new();

    // SQS Developer Guide, "Amazon SQS standard queue quotas" and "FIFO queue quotas".
    [Theory]
    [InlineData("a", null, null)]
    [InlineData("A-b_9", null, null)]
    [InlineData("a.fifo", "true", null)]
    [InlineData("a b", null, "InvalidParameterValue")]
    [InlineData("", null, "InvalidParameterValue")]
    [InlineData("a.b", null, "InvalidParameterValue")]
    [InlineData("a.fifo", null, "InvalidParameterValue")]
    [InlineData("a", "true", "InvalidParameterValue")]
    [InlineData(".fifo", "true", "InvalidParameterValue")]
    [InlineData("a", "false", "InvalidAttributeName")]
    public void A_queue_is_named_by_AWS_rules(string name, string? fifo, string? error)
    {
        var attributes = fifo is null ? null : new Dictionary<string, string> { ["FifoQueue"] = fifo };
        var request = new CreateQueueRequest { QueueName = name, Attributes = attributes };
        if (error is null)
            Assert.Equal(
                $"http://localhost:4566/123456789012/{name}", _desk.Rig.Run(new CreateQueue(), request).QueueUrl);
        else
            Assert.Equal(error, _desk.Rig.Refused(new CreateQueue(), request));
    }

    [Fact]
    public void A_name_has_eighty_characters_at_most()
    {
        _desk.Queue(new string('a', 80));
        _desk.Queue(new string('a', 75) + ".fifo");
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => _desk.Queue(new string('a', 81))));
        Assert.Equal("InvalidParameterValue", Rig.Refusal(() => _desk.Queue(new string('a', 76) + ".fifo")));
    }

    // SQS API Reference, CreateQueue, SetQueueAttributes.
    [Theory]
    [InlineData("DelaySeconds", "900", null)]
    [InlineData("DelaySeconds", "901", "InvalidAttributeValue")]
    [InlineData("MaximumMessageSize", "1048576", null)]
    [InlineData("MaximumMessageSize", "1048577", "InvalidAttributeValue")]
    [InlineData("MaximumMessageSize", "1023", "InvalidAttributeValue")]
    [InlineData("MessageRetentionPeriod", "59", "InvalidAttributeValue")]
    [InlineData("MessageRetentionPeriod", "1209600", null)]
    [InlineData("ReceiveMessageWaitTimeSeconds", "21", "InvalidAttributeValue")]
    [InlineData("VisibilityTimeout", "43200", null)]
    [InlineData("VisibilityTimeout", "43201", "InvalidAttributeValue")]
    [InlineData("VisibilityTimeout", "soon", "InvalidAttributeValue")]
    [InlineData("Policy", "no json", "InvalidAttributeValue")]
    [InlineData("ContentBasedDeduplication", "true", "InvalidAttributeName")]
    [InlineData("FifoQueue", "true", "InvalidAttributeName")]
    [InlineData("Colour", "red", "InvalidAttributeName")]
    [InlineData("RedriveAllowPolicy", "{\"redrivePermission\":\"byQueue\"}", "InvalidAttributeValue")]
    [InlineData("RedriveAllowPolicy", "{\"redrivePermission\":\"denyAll\"}", null)]
    [InlineData("RedrivePolicy", "{\"deadLetterTargetArn\": \"dummy\", \"maxReceiveCount\": 42}",
        "InvalidParameterValue")]
    public void An_attribute_has_its_range(string name, string value, string? error)
    {
        var url = _desk.Queue();
        var before = _desk.Attributes(url);
        if (error is not null)
        {
            Assert.Equal(error, Rig.Refusal(() => { _desk.Set(url, name, value); return null; }));
            Assert.Equal(before, _desk.Attributes(url));
            return;
        }
        _desk.Set(url, name, value);
        Assert.Equal(value, _desk.Attributes(url)[name]);
    }

    [Fact]
    public void The_type_of_a_queue_cannot_be_changed()
    {
        var url = _desk.Queue("a.fifo");
        Assert.Equal(
            "InvalidAttributeValue", Rig.Refusal(() => { _desk.Set(url, "FifoQueue", "false"); return null; }));
        Assert.Equal(
            "InvalidAttributeValue",
            Rig.Refusal(() => { _desk.Set(url, "FifoThroughputLimit", "perMessageGroupId"); return null; }));
        _desk.Set(url, "DeduplicationScope", "messageGroup");
        _desk.Set(url, "FifoThroughputLimit", "perMessageGroupId");
        Assert.Equal("perMessageGroupId", _desk.Attributes(url)["FifoThroughputLimit"]);
    }

    [Fact]
    public void A_queue_made_twice_is_one_unless_an_attribute_differs()
    {
        var url = _desk.Queue("jobs", ("DelaySeconds", "5"));
        Assert.Equal(url, _desk.Queue("jobs", ("DelaySeconds", "5")));
        Assert.Equal(url, _desk.Queue());
        Assert.Equal("QueueNameExists", Rig.Refusal(() => _desk.Queue("jobs", ("DelaySeconds", "6"))));
    }

    [Fact]
    public void A_new_queue_has_AWS_defaults()
    {
        var all = _desk.Attributes(_desk.Queue());
        Assert.Equal("1048576", all["MaximumMessageSize"]);
        Assert.Equal("345600", all["MessageRetentionPeriod"]);
        Assert.Equal("30", all["VisibilityTimeout"]);
        Assert.Equal("true", all["SqsManagedSseEnabled"]);
        Assert.Equal("arn:aws:sqs:eu-west-1:123456789012:jobs", all["QueueArn"]);
        Assert.DoesNotContain("FifoQueue", all.Keys);
        var fifo = _desk.Attributes(_desk.Queue("a.fifo"));
        Assert.Equal("perQueue", fifo["FifoThroughputLimit"]);
        Assert.Equal("false", fifo["ContentBasedDeduplication"]);
    }

    [Fact]
    public void The_name_of_a_deleted_queue_rests_for_a_minute()
    {
        var url = _desk.Queue();
        _desk.Send(url, "lost");
        _desk.Rig.Run(new DeleteQueue(), new() { QueueUrl = url });
        Assert.Equal("QueueDoesNotExist", Rig.Refusal(() => _desk.Send(url, "x")));
        Assert.Equal("QueueDeletedRecently", Rig.Refusal(() => _desk.Queue()));
        _desk.Pass(60);
        Assert.Equal(url, _desk.Queue());
        Assert.Empty(_desk.Receive(url));
    }

    [Theory]
    [InlineData("https://sqs.eu-west-1.amazonaws.com/123456789012/jobs", null)]
    [InlineData("http://elsewhere:1/x/123456789012/jobs", null)]
    [InlineData("http://localhost:4566/123456789012/none", "QueueDoesNotExist")]
    [InlineData("http://localhost:4566/210987654321/jobs", "QueueDoesNotExist")]
    [InlineData("jobs", "InvalidAddress")]
    public void A_queue_is_known_by_account_and_name_whatever_the_host(string url, string? error)
    {
        _desk.Queue();
        if (error is null)
            Assert.NotNull(_desk.Send(url, "x").MessageId);
        else
            Assert.Equal(error, Rig.Refusal(() => _desk.Send(url, "x")));
    }

    [Fact]
    public void Another_account_reaches_a_queue_by_its_URL()
    {
        var url = _desk.Queue();
        _desk.Send(url, "hello");
        var other = _desk.Rig.In("eu-west-1", "210987654321");
        var found = other.Run(new GetQueueUrl(), new() { QueueName = "jobs", QueueOwnerAWSAccountId = "123456789012" });
        Assert.Equal(url, found.QueueUrl);
        Assert.Equal("QueueDoesNotExist", other.Refused(new GetQueueUrl(), new() { QueueName = "jobs" }));
    }

    [Fact]
    public void Queues_are_listed_in_pages_by_prefix()
    {
        foreach (var name in (string[])["b2", "a", "b1", "b3"])
            _desk.Queue(name);
        var first = _desk.Rig.Run(new ListQueues(), new() { QueueNamePrefix = "b", MaxResults = 2 });
        Assert.Equal(["b1", "b2"], first.QueueUrls!.Select(url => url.Split('/')[^1]));
        var next = _desk.Rig.Run(
            new ListQueues(), new() { QueueNamePrefix = "b", MaxResults = 2, NextToken = first.NextToken });
        Assert.Equal(["b3"], next.QueueUrls!.Select(url => url.Split('/')[^1]));
        Assert.Null(next.NextToken);
        Assert.Equal("InvalidParameterValue", _desk.Rig.Refused(new ListQueues(), new() { MaxResults = 1001 }));
    }

    [Fact]
    public void A_purge_empties_a_queue_once_a_minute()
    {
        var url = _desk.Queue();
        for (var i = 0; i < 3; i++)
            _desk.Send(url, $"m{i}");
        var held = Assert.Single(_desk.Receive(url, 1));
        _desk.Send(url, "late", delay: 100);
        Assert.Equal((2, 1, 1), _desk.Counts(url));
        _desk.Rig.Run(new PurgeQueue(), new() { QueueUrl = url });
        Assert.Equal((0, 0, 0), _desk.Counts(url));
        Assert.Empty(_desk.Receive(url));
        _desk.Delete(url, held);
        Assert.Equal("PurgeQueueInProgress", _desk.Rig.Refused(new PurgeQueue(), new() { QueueUrl = url }));
        _desk.Send(url, "new");
        _desk.Pass(60);
        Assert.Equal(["new"], _desk.Bodies(url));
        _desk.Rig.Run(new PurgeQueue(), new() { QueueUrl = url });
    }

    [Fact]
    public void Tags_come_and_go()
    {
        var url = _desk.Queue();
        var tags = new Dictionary<string, string> { ["one"] = "1", ["two"] = "" };
        _desk.Rig.Run(new TagQueue(), new() { QueueUrl = url, Tags = tags });
        _desk.Rig.Run(new UntagQueue(), new() { QueueUrl = url, TagKeys = ["one", "none"] });
        Assert.Equal(
            new Dictionary<string, string> { ["two"] = "" },
            _desk.Rig.Run(new ListQueueTags(), new() { QueueUrl = url }).Tags);
        var reserved = new Dictionary<string, string> { ["aws:x"] = "1" };
        Assert.Equal(
            "InvalidParameterValue", _desk.Rig.Refused(new TagQueue(), new() { QueueUrl = url, Tags = reserved }));
    }

    // Recorded from AWS: localstack, tests/aws/services/sqs/test_sqs.snapshot.json, test_sqs_permission_lifecycle.
    [Fact]
    public void Permissions_are_statements_of_the_policy()
    {
        var url = _desk.Queue();
        AddPermissionRequest Grant(string label, params string[] accounts) => new()
        {
            QueueUrl = url, Label = label, AWSAccountIds = accounts, Actions = ["ReceiveMessage"],
        };
        _desk.Rig.Run(new AddPermission(), Grant("one", "668614515564", "111111111111"));
        Assert.Equal(
            "{\"Version\":\"2008-10-17\",\"Id\":\"arn:aws:sqs:eu-west-1:123456789012:jobs/SQSDefaultPolicy\","
            + "\"Statement\":[{\"Sid\":\"one\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
            + "[\"arn:aws:iam::668614515564:root\",\"arn:aws:iam::111111111111:root\"]},"
            + "\"Action\":\"SQS:ReceiveMessage\",\"Resource\":\"arn:aws:sqs:eu-west-1:123456789012:jobs\"}]}",
            _desk.Attributes(url)["Policy"]);
        Assert.Equal("InvalidParameterValue", _desk.Rig.Refused(new AddPermission(), Grant("one", "111111111111")));
        _desk.Rig.Run(new AddPermission(), Grant("two", "111111111111"));
        _desk.Rig.Run(new RemovePermission(), new() { QueueUrl = url, Label = "one" });
        Assert.DoesNotContain("\"one\"", _desk.Attributes(url)["Policy"]);
        _desk.Rig.Run(new RemovePermission(), new() { QueueUrl = url, Label = "two" });
        Assert.DoesNotContain("Policy", _desk.Attributes(url).Keys);
        Assert.Equal(
            "InvalidParameterValue",
            _desk.Rig.Refused(new RemovePermission(), new() { QueueUrl = url, Label = "two" }));
    }

    [Fact]
    public void One_kind_of_encryption_at_a_time_and_no_key_that_does_not_exist()
    {
        var url = _desk.Queue("jobs", ("KmsMasterKeyId", "mine"));
        Assert.Equal("false", _desk.Attributes(url)["SqsManagedSseEnabled"]);
        Assert.Equal("300", _desk.Attributes(url)["KmsDataKeyReusePeriodSeconds"]);
        Assert.Equal("KmsNotFound", Rig.Refusal(() => _desk.Send(url, "x")));
        Assert.Equal(
            "InvalidAttributeName",
            Rig.Refusal(() => { _desk.Set(url, "SqsManagedSseEnabled", "true"); return null; }));
        _desk.Set(url, "KmsMasterKeyId", "alias/aws/sqs");
        _desk.Send(url, "x");
    }

    [Fact]
    public void Move_tasks_of_what_is_not_there_are_refused()
    {
        var list = new ListMessageMoveTasksRequest { SourceArn = Desk.Arn("none") };
        Assert.Equal("ResourceNotFoundException", _desk.Rig.Refused(new ListMessageMoveTasks(), list));
    }
}
